import { useTranslations } from "next-intl";
import { ThemeLinks } from "@/components/propositions/theme-links";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { PublicFacts } from "./public-facts";

/** What anybody can read: the report's themes, and the ways into the rest. */
export function PublicContent({ facts }: { facts: PublicFacts }) {
  const t = useTranslations("home.visitor");
  const { themes, propositions, recommendations, events, documents, organizations } = facts;
  const ways = [
    ["/agreement", t("agreement"), t("agreementText")],
    ["/briefings/recommendations", t("agenda"), t("agendaText", { count: recommendations })],
    ["/timeline", t("timeline"), t("timelineText", { count: events })],
    ["/library", t("library"), t("libraryText", { count: documents })],
    ["/organizations", t("organizations"), t("organizationsText", { count: organizations })],
  ] as const;
  return (
    <>
      <Section title={t("themes")} count={t("themesCount", { themes: themes.length, propositions })}>
        <div className="md:columns-2 md:gap-14 [&_li]:break-inside-avoid">
          <ThemeLinks themes={themes} />
        </div>
      </Section>
      <Section title={t("read")}>
        <ul className="rows">
          {ways.map(([href, name, text]) => (
            <li key={href} className="grid gap-x-6 gap-y-0.5 md:grid-cols-[184px_minmax(0,1fr)]">
              <Link href={href} className="font-semibold">
                {name}
              </Link>
              <p className="text-ink-2">{text}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
