import { useLocale, useTranslations } from "next-intl";
import { Signpost } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import type { Dilemma } from "@/lib/propositions/schema";
import { ClauseRow } from "./clause-row";
import { LocatedAt } from "./located-at";

/** What the roundtable left open, and in the margin the propositions that organizations answer one by one. */
export function DilemmaRow({ dilemma, number }: { dilemma: Dilemma; number: number }) {
  const t = useTranslations("propositions.dilemmas");
  const locale = useLocale();
  const margin = (
    <div className="note note-tick">
      <p className="note-head">
        <Signpost />
        {t("propositions")}
      </p>
      <ul className="pt-1">
        {dilemma.propositions.map(({ slug, number: place, title }) => (
          <li key={slug} className="grid grid-cols-[28px_minmax(0,1fr)] py-1 text-table max-md:py-2">
            <span className="text-ink-3 tabular-nums">{place}</span>
            <Link href={`/propositions/${slug}`}>{title[locale]}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <ClauseRow id={dilemma.slug} number={String(number)} title={dilemma.title[locale]} margin={margin}>
      <p className="max-w-[64ch]">{dilemma.state[locale]}</p>
      <LocatedAt locator={dilemma.locator} />
    </ClauseRow>
  );
}
