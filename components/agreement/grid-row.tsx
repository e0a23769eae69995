"use client";

import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { StanceCell } from "@/components/ui/stance-cell";
import type { StanceMark } from "@/components/ui/stances";
import type { Column, Row } from "./arrange";
import { as } from "./as";
import { cellHref } from "./cell-href";
import { counted } from "./counted";
import { type Said, sayCell, sayCount, sayNoneShown } from "./say-cell";

/** What a row draws: facts for its cells, and beside them what the server has drawn already. */
export type RowFacts = Pick<Row, "slug" | "number" | "title" | "marks" | "counts" | "notShown"> & {
  category: ReactNode;
  words: string;
  range: ReactNode;
};

type GridRowsProps = { rows: readonly RowFacts[]; columns: readonly Column[]; said: Said };

/**
 * The rows come as facts: as markup each of some hundreds of cells would be sent twice, once to be seen and once to be
 * woken. Enter on a cell opens the stance with its reasons; the links are plain anchors, moved over by one listener.
 */
export function GridRows({ rows, columns, said }: GridRowsProps) {
  return rows.map((row) => <GridRow key={row.slug} row={row} columns={columns} said={said} />);
}

type GridRowProps = Omit<GridRowsProps, "rows"> & { row: RowFacts };

function GridRow({ row, columns, said }: GridRowProps) {
  const locale = useLocale();
  const { slug, number, title, marks, range, category, words } = row;
  return (
    <tr {...as.row}>
      <th {...as.rowheader} scope="row" className="agree-title">
        <a data-cell="" href={`/${locale}/propositions/${slug}`}>
          <span className="agree-no">{number}</span> <span>{title}</span>
        </a>
        {category}
        <span className="agree-words">{words}</span>
      </th>
      {columns.map((column, place) => (
        <Cell key={column.slug} row={row} column={column} mark={marks[place] ?? "not_recorded"} said={said} />
      ))}
      <td {...as.gridcell} className="agree-range">
        {range}
      </td>
      {counted.map((stance) => (
        <Count key={stance} row={row} stance={stance} said={said} />
      ))}
    </tr>
  );
}

type CellProps = Pick<GridRowProps, "row" | "said"> & { column: Column; mark: StanceMark };

function Cell({ row: { slug, title }, column, mark, said }: CellProps) {
  return (
    <td {...as.gridcell} className={column.own ? "agree-cell own" : "agree-cell"} data-code={column.code}>
      <a
        className="agree-slot"
        data-cell=""
        href={cellHref(useLocale(), column, slug, mark)}
        aria-label={sayCell(said, column.short, title, mark)}
      >
        <StanceCell stance={mark} />
      </a>
    </td>
  );
}

type CountProps = Pick<GridRowProps, "row" | "said"> & { stance: (typeof counted)[number] };

/** Every number opens the answers behind it. */
function Count({ row: { slug, title, notShown, counts }, stance, said }: CountProps) {
  const locale = useLocale();
  const count = counts[stance];
  if (count === 0) {
    // Where some are hidden, a nought would say that nobody does.
    const hidden = notShown === "some";
    const label = hidden ? sayNoneShown(said, title, stance) : sayCount(said, title, stance, count);
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
        href={`/${locale}/propositions/${slug}#${stance}`}
        aria-label={sayCount(said, title, stance, count)}
      >
        {count}
      </a>
    </td>
  );
}
