import "server-only";
import { readCsv, UnreadableText } from "@/lib/platform/files/read-csv";
import { readXlsx } from "@/lib/platform/files/xlsx";
import { NotAnArchive } from "@/lib/platform/files/zip";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import type { ImportTargets } from "./read.import-targets";
import { toVocabulary } from "./rules.columns";
import { type FileLine, type Outcome, readHead } from "./rules.import";
import { type ImportAnswer, type ImportRow, maxRows } from "./schema.files";

/** The table in a file, by what its bytes are: neither its name nor the type it claims is believed. */
async function readTable(bytes: Uint8Array): Promise<FileLine[]> {
  const [a, b, c, d] = bytes;
  const packed = a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;
  try {
    if (packed) return await readXlsx(bytes, maxRows + 1);
    if (bytes.includes(0) && !(a === 0xff || a === 0xfe)) throw new Refusal("CONFLICT", "notATable");
    return readCsv(bytes, maxRows + 1);
  } catch (error) {
    if (error instanceof NotAnArchive) throw new Refusal("CONFLICT", error.reason);
    if (error instanceof UnreadableText) {
      const { reason, line, column } = error.fault;
      throw new Refusal("CONFLICT", reason, { line, column });
    }
    throw error;
  }
}

export async function readFile(file: File) {
  const [first, ...lines] = await readTable(new Uint8Array(await file.arrayBuffer()));
  if (!first) throw new Refusal("CONFLICT", "emptyFile");
  const vocabulary = toVocabulary(await Promise.all([translatorIn("en"), translatorIn("fr")]));
  const head = readHead(first.cells, vocabulary);
  if (!Array.isArray(head)) throw new Refusal("CONFLICT", head.reason, { column: head.column, line: first.line });
  if (lines.length === 0) throw new Refusal("CONFLICT", "emptyFile");
  return { head, lines, vocabulary };
}

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
      outcome: it.outcome,
      stance: it.input?.stance ?? null,
      visibility: it.input?.visibility ?? null,
      reason: it.reason && describeReason(t, it.outcome === "refused" ? "refused" : "left", it.reason, it.earlier),
      column: it.column && t(`positions.files.column.${it.column}`),
    };
  });
  return { counts, rows };
}

function describeReason(
  t: Awaited<ReturnType<typeof translatorIn>>,
  kind: "refused" | "left",
  reason: string,
  line: number | null,
) {
  const key = `positions.files.${kind}.${reason}` as Parameters<typeof t>[0];
  if (t.has(key)) return t(key, { line: line ?? 0 });
  const shared = `errors.field.${reason}` as Parameters<typeof t>[0];
  return t.has(shared) ? t(shared) : t("errors.field.invalid");
}
