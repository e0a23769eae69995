import { useLocale, useTranslations } from "next-intl";
import { CategoryMark } from "@/components/ui/category-mark";
import { IntervalBar } from "@/components/ui/interval-bar";
import { StanceCell } from "@/components/ui/stance-cell";
import type { Column, Row } from "./arrange";
import { as } from "./as";
import { cellHref } from "./cell-href";
import { useCounts } from "./counts";

/** The right margin. No mandate is no answer, so it has no column there; it stands in the cells and in words. */
export const counted = ["support", "support_with_reservation", "undecided", "stand_aside", "oppose"] as const;

type GridRowProps = { row: Row; columns: readonly Column[]; withCategory: boolean };

/**
 * One proposition; Enter on a cell opens the stance with its reasons. The links are plain anchors on purpose: hundreds of
 * them are moved over by one listener, and a component for each would have to wake up in the browser first.
 */
export function GridRow({ row, columns, withCategory }: GridRowProps) {
  const locale = useLocale();
  const t = useTranslations("stances");
  const words = useCounts();
  const { slug, number, title, marks, range, category } = row;
  return (
    <tr {...as.row}>
      <th {...as.rowheader} scope="row" className="agree-title">
        <a data-cell="" href={`/${locale}/propositions/${slug}`}>
          <span className="agree-no">{number}</span> <span>{title}</span>
        </a>
        {withCategory && <CategoryMark category={category} className="agree-cat" />}
        <span className="agree-words">{words(row.counts)}</span>
      </th>
      {columns.map((column, place) => {
        const mark = marks[place] ?? "not_recorded";
        const label = t("cell", { organization: column.short, proposition: title, stance: t(`inSentence.${mark}`) });
        return (
          <td
            key={column.slug}
            {...as.gridcell}
            className={column.own ? "agree-cell own" : "agree-cell"}
            data-code={column.code}
          >
            <a className="agree-slot" data-cell="" href={cellHref(locale, column, slug, mark)} aria-label={label}>
              <StanceCell stance={mark} />
            </a>
          </td>
        );
      })}
      <td {...as.gridcell} className="agree-range">
        {range && <IntervalBar {...range} />}
      </td>
      {counted.map((stance) => (
        <Count key={stance} row={row} stance={stance} />
      ))}
    </tr>
  );
}

/** Every number opens the answers behind it. */
function Count({ row, stance }: { row: Row; stance: (typeof counted)[number] }) {
  const t = useTranslations("agreement");
  const said = useTranslations("stances.counted");
  const names = useTranslations("stances.inSentence");
  const locale = useLocale();
  const count = row.counts[stance];
  if (count === 0) {
    // Where some are hidden, a nought would say that nobody does.
    const hidden = row.notShown === "some";
    const label = hidden
      ? t("noneShown", { proposition: row.title, stance: names(stance) })
      : t("count", { proposition: row.title, count: said(stance, { count }) });
    return (
      <td {...as.gridcell} className="agree-count agree-zero" data-cell="" tabIndex={-1} aria-label={label}>
        {hidden ? "" : 0}
      </td>
    );
  }
  const label = t("count", { proposition: row.title, count: said(stance, { count }) });
  return (
    <td {...as.gridcell} className="agree-count">
      <a data-cell="" href={`/${locale}/propositions/${row.slug}#${stance}`} aria-label={label}>
        {count}
      </a>
    </td>
  );
}
