import "server-only";
import { findEncoding } from "@/lib/platform/files/encoding";
import { readCsv, UnreadableText } from "@/lib/platform/files/read-csv";
import { readXlsx } from "@/lib/platform/files/xlsx-read";
import { NotAnArchive } from "@/lib/platform/files/zip";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import type { ImportTargets } from "./read.import-targets";
import { toVocabulary, type Vocabulary } from "./rules.columns";
import { type FileLine, type Outcome, readHead } from "./rules.import";
import type { Change, Facts } from "./rules.rows";
import { type ImportAnswer, type ImportRow, maxRows } from "./schema.files";

type FileTable = { sheet: string | null; lines: FileLine[] };

/** Where something stands, as the messages say it. */
const locateIn = (sheet: string | null) => (sheet === null ? { kind: "text" } : { kind: "sheet", sheet });

/** The table in a file, by what its bytes are: neither its name nor the type it claims is believed. */
function readTable(bytes: Uint8Array, vocabulary: Vocabulary): FileTable {
  const [a, b, c, d] = bytes;
  const packed = a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;
  try {
    if (packed) {
      const { sheet, rows } = readXlsx(bytes, maxRows + 1, (head) => Array.isArray(readHead(head, vocabulary)));
      if (rows.length > maxRows + 1) throw new Refusal("CONFLICT", "tooManyRows", locateIn(sheet));
      return { sheet, lines: rows };
    }
    if (bytes.includes(0) && findEncoding(bytes) === "utf-8") throw new Refusal("CONFLICT", "notATable");
    return { sheet: null, lines: readCsv(bytes, maxRows + 1) };
  } catch (error) {
    if (error instanceof NotAnArchive) throw new Refusal("CONFLICT", error.reason);
    if (error instanceof UnreadableText) {
      const { reason, line, column } = error.fault;
      throw new Refusal("CONFLICT", reason, { line, column, ...locateIn(null) });
    }
    throw error;
  }
}

export async function readFile(file: File) {
  const vocabulary = toVocabulary(await Promise.all([translatorIn("en"), translatorIn("fr")]));
  const { sheet, lines: all } = readTable(new Uint8Array(await file.arrayBuffer()), vocabulary);
  const [first, ...lines] = all;
  if (!first) throw new Refusal("CONFLICT", "emptyFile", locateIn(sheet));
  const head = readHead(first.cells, vocabulary);
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
