import { useTranslations } from "next-intl";
import { CategoryMark } from "@/components/ui/category-mark";
import { StanceCell } from "@/components/ui/stance-cell";
import type { Category } from "@/components/ui/stances";
import { HoldingNote } from "./holding-note";
import { type Holdings, inMargin } from "./holdings";
import { StanceLine } from "./stance-line";

type HoldingsMarginProps = {
  holdings: Holdings;
  /** What the answers amount to for this reader; null where some are hidden, undefined where nobody can answer yet. */
  category: Category | null | undefined;
};

/** Who holds what in figures; then, beside the words they bear on, every reservation and every dissent in full. */
export function HoldingsMargin({ holdings: { groups }, category }: HoldingsMarginProps) {
  const t = useTranslations("positions.holdings");
  const remarks = inMargin(groups);
  return (
    <>
      <div className="grid gap-2 pt-3">
        <h2 className="flex flex-wrap justify-between gap-x-4 font-ui text-small font-semibold text-pen">
          {t("title")}
          {category !== undefined && <CategoryMark category={category} className="font-normal text-ink" />}
        </h2>
        <Counts groups={groups} />
      </div>
      {remarks.length === 0 && <p className="text-ink-2">{t(groups.length > 0 ? "noRemarks" : "none")}</p>}
      {remarks.map(({ stance, positions }) => (
        <section
          key={stance}
          id={stance}
          aria-labelledby={`${stance}-title`}
          className="grid gap-3 border-t border-rule pt-3"
        >
          <h3 id={`${stance}-title`} className="text-table font-semibold">
            <StanceLine stance={stance}>
              <span className="font-normal text-ink-3 tabular-nums">{positions.length}</span>
            </StanceLine>
          </h3>
          <ul className="grid gap-3.5">
            {positions.map((position) => (
              <HoldingNote key={position.organization.slug} position={position} tick />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Every number leads to the answers behind it. */
function Counts({ groups }: Pick<Holdings, "groups">) {
  const t = useTranslations("stances.counted");
  const label = useTranslations("positions.holdings")("counts");
  if (groups.length === 0) return null;
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
        {groups.map(({ stance, positions }) => (
          <li key={stance} className="inline-flex items-center gap-1.5">
            <StanceCell stance={stance} size="small" />
            <a href={`#${stance}`} className="max-md:inline-flex max-md:min-h-11 max-md:items-center">
              {t(stance, { count: positions.length })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
