"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import { type ImportAnswer, type ImportRow, outcomes } from "@/lib/positions/schema.files";
import { StanceLine } from "../stances/stance-line";
import { ImportChanges } from "./import-changes";

const stampKinds: Record<ImportRow["outcome"], StampKind> = {
  new: "pen",
  changed: "caution",
  unchanged: "plain",
  refused: "broken",
};
const order = ["refused", "changed", "new"] as const;
const rowsPerStep = 100;

type ImportPreviewProps = { answer: ImportAnswer; file: string; children: ReactNode };

/** Every row by its line, those that need somebody first. What changes nothing is folded away, not left out. */
export function ImportPreview({ answer: { rows, counts, sheet }, file, children }: ImportPreviewProps) {
  const t = useTranslations("positions.import");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const moving = order.flatMap((outcome) => rows.filter((it) => it.outcome === outcome));
  const still = rows.filter((it) => it.outcome === "unchanged");
  return (
    <section aria-labelledby="import-found" className="grid gap-4">
      <h3 id="import-found" ref={heading} tabIndex={-1}>
        {sheet === null ? t("found", { name: file }) : t("foundSheet", { name: file, sheet })}
      </h3>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {outcomes.map((outcome) => (
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

function Rows({ rows }: { rows: readonly ImportRow[] }) {
  const t = useTranslations("positions.import");
  const locale = useLocale();
  const [shown, setShown] = useState(rowsPerStep);
  const left = Math.min(rowsPerStep, rows.length - shown);
  const columns = [
    { key: "line", label: t("column.line"), numeric: true, width: "64px", cell: (row: ImportRow) => row.line },
    {
      key: "proposition",
      label: t("column.proposition"),
      head: true,
      cell: (row: ImportRow) => (
        <>
          <bdi>{row.title?.[locale] ?? row.proposition ?? ""}</bdi>
          {row.statement && <p className="text-small font-normal text-ink-2">{row.statement[locale]}</p>}
        </>
      ),
    },
    {
      key: "outcome",
      label: t("column.outcome"),
      cell: (row: ImportRow) => <Stamp kind={stampKinds[row.outcome]}>{t(`outcome.${row.outcome}`)}</Stamp>,
    },
    {
      key: "stance",
      label: t("column.stance"),
      cell: (row: ImportRow) => row.stance && <StanceLine stance={row.stance} provisional />,
    },
    {
      key: "changes",
      label: t("column.changes"),
      cell: (row: ImportRow) => <ImportChanges changes={row.changes} />,
    },
    {
      key: "reason",
      label: t("column.reason"),
      cell: (row: ImportRow) => [row.column, row.reason].filter(Boolean).join(": "),
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
