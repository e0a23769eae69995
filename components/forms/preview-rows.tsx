"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Table, type TableColumn } from "@/components/ui/table";

/** A row of a file that was read: where it stands, and what would become of it. */
type PreviewRow = { line: number; outcome: string };

type PreviewRowsProps<Row extends PreviewRow> = {
  /** Which file, and which sheet of it. */
  title: string;
  rows: readonly Row[];
  /** How many rows become what, each in words. */
  counts: readonly { outcome: Row["outcome"]; count: number; label: string }[];
  /** The outcomes that are shown, those that need somebody first; any other changes nothing. */
  order: readonly Row["outcome"][];
  columns: TableColumn<Row>[];
  texts: { rows: string; more: (count: number) => string; unchanged: (count: number) => string };
  /** What can be done with them. */
  children: ReactNode;
};

/** Every row of a file by its line, those that need somebody first. What changes nothing is folded away, not left out. */
export function PreviewRows<Row extends PreviewRow>(props: PreviewRowsProps<Row>) {
  const { title, rows, counts, order, texts, children } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const moving = order.flatMap((outcome) => rows.filter((it) => it.outcome === outcome));
  const still = rows.filter(({ outcome }) => !order.includes(outcome));
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h3 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {counts.map(({ outcome, count, label }) => (
          <li key={outcome} className={count === 0 ? "text-ink-3" : undefined}>
            {label}
          </li>
        ))}
      </ul>
      {children}
      {moving.length > 0 && <Rows {...props} rows={moving} />}
      {still.length > 0 && (
        <details>
          <summary>{texts.unchanged(still.length)}</summary>
          <Rows {...props} rows={still} />
        </details>
      )}
    </section>
  );
}

const rowsPerStep = 100;

function Rows<Row extends PreviewRow>({
  rows,
  columns,
  texts,
}: Pick<PreviewRowsProps<Row>, "rows" | "columns" | "texts">) {
  const [shown, setShown] = useState(rowsPerStep);
  const left = Math.min(rowsPerStep, rows.length - shown);
  return (
    <>
      <Table caption={texts.rows} columns={columns} rows={rows.slice(0, shown)} rowKey={({ line }) => String(line)} />
      {left > 0 && (
        <div className="mt-3">
          <Button onClick={() => setShown(shown + rowsPerStep)}>{texts.more(left)}</Button>
        </div>
      )}
    </>
  );
}
