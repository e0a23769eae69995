import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { StanceCell } from "@/components/stances/stance-cell";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { PersonalView } from "@/lib/positions/schema.views";
import { DiscardPersonalView } from "./discard-personal-view";

/** What one thinks for oneself, and the way to forget it. */
export function PersonalViews({ views }: { views: readonly PersonalView[] }) {
  const t = useTranslations("accounts.own");
  const names = useTranslations("stances.name");
  const locale = useLocale();
  if (views.length === 0) return null;
  return (
    <Section title={t("views")} count={views.length}>
      <p className="max-w-[72ch] pt-3 text-ink-2">{t("viewsHint")}</p>
      <ul className="rows">
        {views.map(({ proposition, stance, note }) => (
          <li key={proposition.slug} className="flex flex-wrap items-start gap-x-4 gap-y-1">
            <StanceCell stance={stance} />
            <span className="min-w-0 grow">
              <Link href={`/propositions/${proposition.slug}`}>{proposition.title[locale]}</Link>
              <span className="block">{names(stance)}</span>
              {note && (
                <span dir="auto" className="block whitespace-pre-line text-ink-2">
                  {note}
                </span>
              )}
            </span>
            <ProvideMessages of={["accounts.own", "stances"]}>
              <DiscardPersonalView slug={proposition.slug} title={proposition.title[locale]} />
            </ProvideMessages>
          </li>
        ))}
      </ul>
    </Section>
  );
}
