"use client";

import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { StanceShape } from "@/components/stances/stance-cell";
import type { StanceMark } from "@/components/stances/stances";
import type { GridColumn, GridRowData } from "./build-grid";
import { cellHref } from "./cell-href";
import { countedStances } from "./counted-stances";
import { type CellPatterns, formatCell, formatCount, formatNoneShown } from "./format-cell";
import { gridRoles } from "./grid-roles";

/** What a row draws: facts for its cells, and beside them what the server has drawn already. */
export type RowFacts = Pick<GridRowData, "slug" | "number" | "title" | "marks" | "counts" | "notShown"> & {
  category: ReactNode;
  words: string;
  range: ReactNode;
};

type GridRowsProps = { rows: readonly RowFacts[]; columns: readonly GridColumn[]; said: CellPatterns };

/**
 * The rows come as facts: as markup each of some hundreds of cells would be sent twice, once to be seen and once to be
 * woken. Enter on a cell opens the stance with its reasons; the links are plain anchors, moved over by one listener.
 */
export function GridRows({ rows, columns, said }: GridRowsProps) {
  return rows.map((row) => <GridRow key={row.slug} row={row} columns={columns} said={said} />);
}

type GridRowProps = Omit<GridRowsProps, "rows"> & { row: RowFacts };

/** Cells are drawn by plain functions: a component for each of thousands would cost more than what it draws. */
function GridRow({ row, columns, said }: GridRowProps) {
  const locale = useLocale();
  const { slug, number, title, marks, range, category, words } = row;
  const drawing = { row, said, locale };
  return (
    <tr {...gridRoles.row}>
      <th {...gridRoles.rowheader} scope="row" className="agree-title">
        <a data-cell="" href={`/${locale}/propositions/${slug}`}>
          <span className="agree-no">{number}</span> <span>{title}</span>
        </a>
        {category}
        <span className="agree-text">{words}</span>
      </th>
      {columns.map((column, place) => drawCell(drawing, column, marks[place] ?? "not_recorded"))}
      <td {...gridRoles.gridcell} className="agree-range">
        {range}
      </td>
      {countedStances.map((stance) => drawCount(drawing, stance))}
    </tr>
  );
}

type Drawing = { row: RowFacts; said: CellPatterns; locale: string };

function drawCell({ row: { slug, title }, said, locale }: Drawing, column: GridColumn, mark: StanceMark) {
  return (
    <td
      key={column.slug}
      {...gridRoles.gridcell}
      className={column.own ? "agree-cell own" : "agree-cell"}
      data-code={column.code}
    >
      <a
        className="agree-slot"
        data-cell=""
        href={cellHref(locale, column, slug, mark)}
        aria-label={formatCell(said, column.short, title, mark)}
      >
        <StanceShape stance={mark} letter={said.letters[mark] ?? null} />
      </a>
    </td>
  );
}

/** Every number opens the answers behind it. */
function drawCount(
  { row: { slug, title, notShown, counts }, said, locale }: Drawing,
  stance: (typeof countedStances)[number],
) {
  const count = counts[stance];
  if (count === 0) {
    // Where some are hidden, a nought would say that nobody does.
    const hidden = notShown === "some";
    const label = hidden ? formatNoneShown(said, title, stance) : formatCount(said, title, stance, count);
    return (
      <td
        key={stance}
        {...gridRoles.gridcell}
        className="agree-count agree-zero"
        data-cell=""
        tabIndex={-1}
        aria-label={label}
      >
        {hidden ? "" : 0}
      </td>
    );
  }
  return (
    <td key={stance} {...gridRoles.gridcell} className="agree-count">
      <a
        data-cell=""
        href={`/${locale}/propositions/${slug}#${stance}`}
        aria-label={formatCount(said, title, stance, count)}
      >
        {count}
      </a>
    </td>
  );
}
