"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PreviewRows } from "@/components/forms/preview-rows";
import { Stamp, type StampKind } from "@/components/ui/stamp";
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

type ImportPreviewProps = { answer: ImportAnswer; file: string; children: ReactNode };

/** Every row of an import, with the position that it would make. */
export function ImportPreview({ answer: { rows, counts, sheet }, file, children }: ImportPreviewProps) {
  const t = useTranslations("positions.import");
  const locale = useLocale();
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
    <PreviewRows
      {...{ rows, columns, order }}
      title={sheet === null ? t("found", { name: file }) : t("foundSheet", { name: file, sheet })}
      counts={outcomes.map((outcome) => {
        const count = counts[outcome];
        return { outcome, count, label: t(`counts.${outcome}`, { count }) };
      })}
      texts={{
        rows: t("rows"),
        more: (count) => t("more", { count }),
        unchanged: (count) => t("unchangedRows", { count }),
      }}
    >
      {children}
    </PreviewRows>
  );
}
