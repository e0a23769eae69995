"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { DiffSide } from "@/components/ui/diff";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import { rowOutcomes, type TableAnswer, type TableRow } from "@/lib/talking-points/schema.comment-table";

const stampKinds: Record<TableRow["outcome"], StampKind> = {
  comment: "pen",
  amendment: "caution",
  unchanged: "plain",
  refused: "broken",
};
const order = ["refused", "amendment", "comment"] as const;
const rowsPerStep = 100;

type TablePreviewProps = { answer: TableAnswer; file: string; children: ReactNode };

/** Every row by its line, those that need somebody first. What changes nothing is folded away, not left out. */
export function TablePreview({ answer: { rows, counts, sheet }, file, children }: TablePreviewProps) {
  const t = useTranslations("discussion.table");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const moving = order.flatMap((outcome) => rows.filter((it) => it.outcome === outcome));
  const still = rows.filter((it) => it.outcome === "unchanged");
  return (
    <section aria-labelledby="table-found" className="grid gap-4">
      <h3 id="table-found" ref={heading} tabIndex={-1}>
        {t("found", { name: file, sheet: sheet ?? "" })}
      </h3>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {rowOutcomes.map((outcome) => (
          <li key={outcome} className={counts[outcome] === 0 ? "text-ink-3" : undefined}>
            {t(`counts.${outcome}`, { count: counts[outcome] })}
          </li>
        ))}
      </ul>
      {children}
      {moving.length > 0 && <Rows rows={moving} />}
      {still.length > 0 && (
        <details>
          <summary>{t("unchangedRows", { count: still.length })}</summary>
          <Rows rows={still} />
        </details>
      )}
    </section>
  );
}

function Rows({ rows }: { rows: readonly TableRow[] }) {
  const t = useTranslations("discussion.table");
  const [shown, setShown] = useState(rowsPerStep);
  const left = Math.min(rowsPerStep, rows.length - shown);
  const columns = [
    {
      key: "line",
      label: t("shown.line"),
      numeric: true,
      head: true,
      width: "64px",
      cell: (row: TableRow) => row.line,
    },
    {
      key: "outcome",
      label: t("shown.outcome"),
      cell: (row: TableRow) => <Stamp kind={stampKinds[row.outcome]}>{t(`outcome.${row.outcome}`)}</Stamp>,
    },
    {
      key: "clause",
      label: t("shown.clause"),
      cell: ({ version, clause }: TableRow) =>
        version === null ? "" : t("clauseOf", { version, clause: clause === null ? t("wholeText") : String(clause) }),
    },
    { key: "text", label: t("shown.text"), cell: (row: TableRow) => <RowText row={row} /> },
    {
      key: "reason",
      label: t("shown.reason"),
      cell: (row: TableRow) => [row.column, row.reason].filter(Boolean).join(": "),
    },
  ];
  return (
    <>
      <Table caption={t("rows")} columns={columns} rows={rows.slice(0, shown)} rowKey={({ line }) => String(line)} />
      {left > 0 && (
        <div className="mt-3">
          <Button onClick={() => setShown(shown + rowsPerStep)}>{t("more", { count: left })}</Button>
        </div>
      )}
    </>
  );
}

/** What a row says in its own language, and the words that it would put in the place of those in force. */
function RowText({ row: { language, comment, words, proposed } }: { row: TableRow }) {
  if (language === null) return null;
  return (
    <>
      {comment && (
        <p lang={language} dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
          {comment}
        </p>
      )}
      {proposed && <DiffSide side="after" before={words ?? ""} after={proposed} lang={language} />}
    </>
  );
}
