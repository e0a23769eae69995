"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PreviewRows } from "@/components/forms/preview-rows";
import { DiffSide } from "@/components/ui/diff";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { rowOutcomes, type TableAnswer, type TableRow } from "@/lib/talking-points/schema.comment-table";

const stampKinds: Record<TableRow["outcome"], StampKind> = {
  comment: "pen",
  amendment: "caution",
  unchanged: "plain",
  refused: "broken",
};
const order = ["refused", "amendment", "comment"] as const;

type TablePreviewProps = { answer: TableAnswer; file: string; children: ReactNode };

/** Every row of a comment table, with the comment or the draft amendment that it would become. */
export function TablePreview({ answer: { rows, counts, sheet }, file, children }: TablePreviewProps) {
  const t = useTranslations("discussion.table");
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
    <PreviewRows
      {...{ rows, columns, order }}
      title={t("found", { name: file, sheet: sheet ?? "" })}
      counts={rowOutcomes.map((outcome) => {
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
