import "server-only";
import { readHead } from "@/lib/platform/files/table-head";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { readUploadedForm } from "@/lib/uploads/read-uploaded-table";
import type { Outcome } from "./rules.comment-table";
import { toHead, toVocabulary } from "./rules.table-columns";
import { type TableAnswer, type TableRow, tableLimits } from "./schema.comment-table";

/** The comment table in a workbook, read for this organization. */
export async function readTableFile(file: File, organizationId: string) {
  const vocabulary = toVocabulary(await Promise.all([translatorIn("en"), translatorIn("fr")]));
  const expected = toHead(vocabulary);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const by = `organization/${organizationId}`;
  const mostRows = tableLimits.rows + 1;
  const { sheet, rows } = await readUploadedForm({ by, bytes, head: expected, mostRows });
  const at = { kind: "sheet", sheet: sheet ?? "" };
  const [first, ...lines] = rows;
  if (!first || lines.length === 0) throw new Refusal("CONFLICT", "emptyFile", at);
  const head = readHead(first.cells, expected);
  if (!Array.isArray(head)) {
    const { reason, column } = head;
    const named = reason === "columnMissing" ? ("tableColumnMissing" as const) : reason;
    const t = await translatorIn("en");
    const missing =
      reason === "columnMissing" ? t(`discussion.table.column.${column}` as "discussion.table.column.clause") : column;
    throw new Refusal("CONFLICT", named, { column: missing, line: first.line, ...at });
  }
  if (lines.length > tableLimits.rows) throw new Refusal("CONFLICT", "tableTooLong", { ...at, most: tableLimits.rows });
  return { sheet, head, lines, vocabulary };
}

type Translator = Awaited<ReturnType<typeof translatorIn>>;

/** The outcomes in words, with their counts. */
export async function describeTable(outcomes: readonly Outcome[], language: Locale) {
  const t = await translatorIn(language);
  const counts: TableAnswer["counts"] = { comment: 0, amendment: 0, unchanged: 0, refused: 0 };
  const rows = outcomes.map((it): TableRow => {
    counts[it.outcome] += 1;
    const { row } = it;
    return {
      ...{ line: it.line, outcome: it.outcome, words: it.words },
      ...{ version: row?.version ?? null, clause: row?.clause ?? null, language: row?.language ?? null },
      ...{ kind: row?.kind ?? null, quote: row?.quote ?? null, comment: row?.comment ?? null },
      proposed: row?.proposed ?? null,
      reason: it.reason && describeReason(t, it),
      column: it.column && t(`discussion.table.column.${it.column}`),
    };
  });
  return { counts, rows };
}

function describeReason(t: Translator, { outcome, reason, facts }: Outcome) {
  const kind = outcome === "refused" ? "refused" : "left";
  const key = `discussion.table.${kind}.${reason}` as Parameters<typeof t>[0];
  if (t.has(key)) return t(key, facts as Parameters<typeof t>[1]);
  const shared = `errors.field.${reason}` as Parameters<typeof t>[0];
  return t.has(shared) ? t(shared) : t("errors.field.invalid");
}
