import { CategoryMark } from "@/components/ui/category-mark";
import { IntervalBar } from "@/components/ui/interval-bar";
import { StanceCell } from "@/components/ui/stance-cell";
import type { Column, Row } from "./arrange";
import { as } from "./as";
import { cellHref } from "./cell-href";
import type { Sayings } from "./sayings";

/** The right margin. No mandate is no answer, so it has no column there; it stands in the cells and in words. */
export const counted = ["support", "support_with_reservation", "undecided", "stand_aside", "oppose"] as const;

type GridRowProps = { row: Row; columns: readonly Column[]; sayings: Sayings; withCategory: boolean };

/**
 * One proposition; Enter on a cell opens the stance with its reasons. The links are plain anchors on purpose: hundreds of
 * them are moved over by one listener, and a component for each would have to wake up in the browser first.
 */
export function GridRow({ row, columns, sayings, withCategory }: GridRowProps) {
  const { locale } = sayings;
  const { slug, number, title, marks, range, category, measures } = row;
  return (
    <tr {...as.row}>
      <th {...as.rowheader} scope="row" className="agree-title">
        <a data-cell="" href={`/${locale}/propositions/${slug}`}>
          <span className="agree-no">{number}</span> <span>{title}</span>
        </a>
        {withCategory && <CategoryMark category={category} className="agree-cat" />}
        <span className="agree-words">{sayings.counts(row.counts)}</span>
      </th>
      {columns.map((column, place) => {
        const mark = marks[place] ?? "not_recorded";
        const label = sayings.cell(column.short, title, mark);
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
        {measures && <span className="agree-measures">{sayings.measures(measures)}</span>}
      </td>
      {counted.map((stance) => (
        <Count key={stance} row={row} stance={stance} sayings={sayings} />
      ))}
    </tr>
  );
}

/** Every number opens the answers behind it. */
function Count({ row, stance, sayings }: { row: Row; stance: (typeof counted)[number]; sayings: Sayings }) {
  const { slug, title, notShown, counts } = row;
  const count = counts[stance];
  if (count === 0) {
    // Where some are hidden, a nought would say that nobody does.
    const hidden = notShown === "some";
    const label = hidden ? sayings.noneShown(title, stance) : sayings.count(title, stance, count);
    return (
      <td {...as.gridcell} className="agree-count agree-zero" data-cell="" tabIndex={-1} aria-label={label}>
        {hidden ? "" : 0}
      </td>
    );
  }
  return (
    <td {...as.gridcell} className="agree-count">
      <a
        data-cell=""
        href={`/${sayings.locale}/propositions/${slug}#${stance}`}
        aria-label={sayings.count(title, stance, count)}
      >
        {count}
      </a>
    </td>
  );
}
