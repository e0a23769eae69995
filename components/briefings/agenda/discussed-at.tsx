import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Discussion } from "@/lib/briefings/schema.agenda";
import { briefingHref } from "./agenda-href";

/** For whoever reads no meetings, and where there are none. */
export const noDiscussions: { items: Discussion[]; total: number } = { items: [], total: 0 };

/** One meeting that had a thing on its agenda, or will have it: its name, its day, and where it was not reached. */
export function DiscussedAt({ discussion: { briefing, outcome } }: { discussion: Discussion }) {
  const t = useTranslations("agendaDesk");
  const locale = useLocale();
  return (
    <>
      <Link href={briefingHref(briefing.slug)}>
        <InOneLanguage text={briefing.title} missing={t("untitled")} />
      </Link>{" "}
      <span className="text-ink-3">
        {briefing.startsAt ? (
          <time dateTime={briefing.startsAt}>{longDay(new Date(briefing.startsAt), locale, briefing.zone)}</time>
        ) : (
          t("about.undated")
        )}
        {outcome === "not_reached" && `, ${t("about.notReached")}`}
      </span>
    </>
  );
}

/** The meetings whose agendas carry what a page is about. */
export function DiscussedSection({ discussions: { items, total } }: { discussions: typeof noDiscussions }) {
  const t = useTranslations("agendaDesk.about");
  if (total === 0) return null;
  return (
    <Section title={t("title")} count={total} id="discussed" className="mt-10">
      <ul className="rows">
        {items.map((it) => (
          <li key={it.briefing.slug} className="text-table">
            <DiscussedAt discussion={it} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
