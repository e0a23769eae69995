import { clsx } from "clsx";
import type { CSSProperties, ReactNode } from "react";
import { ArrowDown, ArrowUp, ArrowUpDown } from "@/components/ui/icons";
import { Link } from "./link";

export type Sort = { href: string; direction?: "ascending" | "descending" | undefined };
export type TableColumn<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the right, in columns. */
  numeric?: boolean | undefined;
  /** The column that names the row. */
  head?: boolean | undefined;
  sort?: Sort | undefined;
  width?: string | undefined;
};
type TableProps<Row> = {
  /** Read by screen readers; say what the rows are. */
  caption: string;
  columns: TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selected?: ((row: Row) => boolean) | undefined;
  stickyHead?: boolean | undefined;
  className?: string | undefined;
};

/** Written out, because a table laid out as blocks loses its roles in some browsers. */
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};
const arrows = { ascending: <ArrowUp />, descending: <ArrowDown />, none: <ArrowUpDown /> };

function Head<Row>({ column: { label, numeric, sort, width } }: { column: TableColumn<Row> }) {
  return (
    <th
      scope="col"
      {...as.columnheader}
      className={clsx(numeric && "num")}
      {...(sort && { "aria-sort": sort.direction ?? "none" })}
      {...(width && { style: { "--width": width } as CSSProperties })}
    >
      {sort ? (
        <Link href={sort.href} scroll={false}>
          {label}
          {arrows[sort.direction ?? "none"]}
        </Link>
      ) : (
        label
      )}
    </th>
  );
}

/** Rows with a name and some facts. Below 720px every row becomes a block that repeats its labels. */
export function Table<Row>({ caption, columns, rows, rowKey, selected, stickyHead, className }: TableProps<Row>) {
  return (
    <table {...as.table} className={clsx("listing listing-folds", stickyHead && "listing-head-sticks", className)}>
      <caption className="sr-only">{caption}</caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...as.rowgroup}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...as.row} className={clsx(selected?.(row) && "selected")}>
            {columns.map(({ key, label, cell, numeric, head }) =>
              head ? (
                <th key={key} scope="row" {...as.rowheader}>
                  {cell(row)}
                </th>
              ) : (
                <td key={key} {...as.cell} data-label={label} className={clsx(numeric && "num")}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
