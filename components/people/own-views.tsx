import { useLocale, useTranslations } from "next-intl";
import { BringWords } from "@/components/frame/bring-words";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { StanceCell } from "@/components/ui/stance-cell";
import type { PersonalView } from "@/lib/positions/schema.views";
import { DiscardView } from "./discard-view";

/** What one thinks for oneself, and the way to forget it. */
export function OwnViews({ views }: { views: readonly PersonalView[] }) {
  const t = useTranslations("acting.account");
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
              {note && <span className="block whitespace-pre-line text-ink-2">{note}</span>}
            </span>
            <BringWords of={["acting", "stances"]}>
              <DiscardView slug={proposition.slug} title={proposition.title[locale]} />
            </BringWords>
          </li>
        ))}
      </ul>
    </Section>
  );
}
