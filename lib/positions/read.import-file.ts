import "server-only";
import { readHead } from "@/lib/platform/files/table-head";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { readUploadedTable } from "@/lib/uploads/read-uploaded-table";
import type { ImportTargets } from "./read.import-targets";
import { toHead, toVocabulary } from "./rules.columns";
import type { Outcome } from "./rules.import";
import type { Change, Facts } from "./rules.rows";
import { type ImportAnswer, type ImportRow, maxRows } from "./schema.files";

/** Where something stands, as the messages say it. */
const locateIn = (sheet: string | null) => (sheet === null ? { kind: "text" } : { kind: "sheet", sheet });

/** The table in a file, read for this organization. */
export async function readFile(file: File, organizationId: string) {
  const vocabulary = toVocabulary(await Promise.all([translatorIn("en"), translatorIn("fr")]));
  const expected = toHead(vocabulary);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const by = `organization/${organizationId}`;
  const { sheet, rows } = await readUploadedTable({ by, bytes, head: expected, mostRows: maxRows + 1 });
  const [first, ...lines] = rows;
  if (!first) throw new Refusal("CONFLICT", "emptyFile", locateIn(sheet));
  if (lines.length > maxRows) throw new Refusal("CONFLICT", "tooManyRows", locateIn(sheet));
  const head = readHead(first.cells, expected);
  if (!Array.isArray(head)) {
    throw new Refusal("CONFLICT", head.reason, { column: head.column, line: first.line, ...locateIn(sheet) });
  }
  if (lines.length === 0) throw new Refusal("CONFLICT", "emptyFile", locateIn(sheet));
  return { sheet, head, lines, vocabulary };
}

type Translator = Awaited<ReturnType<typeof translatorIn>>;

/** The outcomes in words, with their counts. */
export async function describeOutcomes(outcomes: Outcome[], { heads }: ImportTargets, language: Locale) {
  const t = await translatorIn(language);
  const counts: ImportAnswer["counts"] = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  const rows = outcomes.map((it): ImportRow => {
    counts[it.outcome] += 1;
    const at = it.proposition === null ? undefined : heads.get(it.proposition);
    return {
      line: it.line,
      proposition: it.proposition,
      title: at ? { en: at.titleEn, fr: at.titleFr } : null,
      statement: at && it.input ? { en: at.statementEn, fr: at.statementFr } : null,
      outcome: it.outcome,
      stance: it.input?.stance ?? null,
      visibility: it.input?.visibility ?? null,
      reason: it.reason && describeReason(t, it.outcome === "refused" ? "refused" : "left", it.reason, it.facts),
      column: it.column && t(`positions.files.column.${it.column}`),
      changes: it.changes.map((change) => formatChange(t, change)),
    };
  });
  return { counts, rows };
}

function describeReason(t: Translator, kind: "refused" | "left", reason: string, facts: Facts) {
  const key = `positions.files.${kind}.${reason}` as Parameters<typeof t>[0];
  if (t.has(key)) return t(key, facts as Parameters<typeof t>[1]);
  const shared = `errors.field.${reason}` as Parameters<typeof t>[0];
  return t.has(shared) ? t(shared) : t("errors.field.invalid");
}

/** What is a code in the record is a word on the page, as in the file. */
function formatChange(t: Translator, { column, before, after }: Change) {
  const label = (value: string | null) => {
    if (value === null || (column !== "stance" && column !== "visibility")) return value;
    return t(
      (column === "stance" ? `stances.name.${value}` : `positions.files.visibility.${value}`) as Parameters<
        typeof t
      >[0],
    );
  };
  const language = column.endsWith("En") ? ("en" as const) : column.endsWith("Fr") ? ("fr" as const) : null;
  return { column: t(`positions.files.column.${column}`), language, before: label(before), after: label(after) };
}
