import { findControl } from "@/lib/platform/files/controls";
import { unescapeFormula } from "@/lib/platform/files/csv";
import { findCode, letterOf } from "@/lib/platform/files/table-head";
import { struck } from "@/lib/platform/files/xlsx-cells";
import type { Locale } from "@/lib/platform/i18n/routing";
import { toCanonicalText } from "@/lib/platform/text/canonical";
import { prose } from "@/lib/platform/text/schema";
import { type CommentKind, clauseCharacters, commentCharacters } from "./constants";
import { findQuoted } from "./rules.comments";
import type { FileRow, Vocabulary } from "./rules.table-columns";
import { type ClauseText, isSameWording } from "./rules.text";
import { type CommentColumn, commentColumns, type RowOutcome } from "./schema.comment-table";

/** A cell that was read: its text, nothing, or something that is no text. */
type FileCell = string | null | symbol;
type Cells = Partial<Record<CommentColumn, FileCell>>;
export type FileLine = { line: number; cells: readonly FileCell[] };
export type Facts = Readonly<Record<string, string | number>>;

/** The clauses of each version that the uploader reads, by their numbers. */
export type Clauses = ReadonlyMap<number, ReadonlyMap<number, ClauseText & { number: number }>>;

export type TableContext = {
  /** What their own organization is called, in either language. */
  names: readonly string[];
  current: number;
  /** It is discussed, and so amended. */
  open: boolean;
  clauses: Clauses;
  vocabulary: Vocabulary;
  /** What the organization said already, by `nameRow`. */
  said: ReadonlySet<string>;
};

/** What a row would become. */
export type ReadRow = Pick<FileRow, "version" | "clause" | "language" | "kind" | "quote" | "comment" | "proposed"> & {
  clauseKey: string | null;
};
export type Outcome = {
  line: number;
  outcome: RowOutcome;
  reason: string | null;
  facts: Facts;
  column: CommentColumn | null;
  row: ReadRow | null;
  words: string | null;
};

/** Why a row is refused: a key of `discussion.table.refused` or `errors.field`, with what fills it in. */
class RefusedRow extends Error {
  constructor(
    readonly reason: string,
    readonly column: CommentColumn | null,
    readonly facts: Facts = {},
  ) {
    super(reason);
  }
}

/** Two rows that say the same have the same name; typography aside. */
export const nameRow = (it: Omit<ReadRow, "clauseKey">) =>
  JSON.stringify([
    ...[it.version, it.clause, it.language, it.kind],
    ...[it.quote, it.comment, it.proposed].map((text) => toCanonicalText(text ?? "")),
  ]);

/** The words of a clause as the table prints them: its question first. */
export const printWording = (clause: ClauseText, language: Locale): string | null => {
  const [question, text] = language === "en" ? [clause.questionEn, clause.en] : [clause.questionFr, clause.fr];
  return [question, text].filter(Boolean).join("\n") || null;
};

/** What would become of each row, in the file's order. */
export function judgeTable(head: readonly (CommentColumn | null)[], lines: readonly FileLine[], context: TableContext) {
  const seen = new Map<string, number>();
  return lines.map(({ line, cells }): Outcome => {
    const nothing = { line, facts: {}, column: null, row: null, words: null };
    try {
      const named = readCells(head, cells);
      return { ...nothing, ...judge(named, { context, seen, line }) };
    } catch (error) {
      if (!(error instanceof RefusedRow)) throw error;
      const { reason, column, facts } = error;
      return { ...nothing, outcome: "refused", reason, column, facts };
    }
  });
}

type Texts = Partial<Record<CommentColumn, string | null>>;

/** Every cell as text: a formula, a fault or words that were struck out are refused wherever they stand. */
function readCells(head: readonly (CommentColumn | null)[], cells: readonly FileCell[]): Texts {
  const named: Cells = {};
  for (const [at, key] of head.entries()) if (key) named[key] = cells[at] ?? null;
  const texts: Texts = {};
  for (const key of commentColumns) if (key in named) texts[key] = toText(named[key] ?? null, key);
  const beside = cells.findIndex((cell, at) => !head[at] && cell !== null && cell !== "");
  if (beside >= 0) throw new RefusedRow("outsideColumns", null, { column: letterOf(beside) });
  return texts;
}

function toText(cell: FileCell, key: CommentColumn): string | null {
  if (cell === struck) throw new RefusedRow("struck", key);
  if (typeof cell === "symbol") throw new RefusedRow("formula", key);
  if (cell === null) return null;
  const control = findControl(cell);
  if (control) throw new RefusedRow("control", key, control);
  return unescapeFormula(cell).trim() || null;
}

type Judging = { context: TableContext; seen: Map<string, number>; line: number };
type Judged = Pick<Outcome, "outcome" | "reason" | "row" | "words">;

function judge(cells: Texts, { context, seen, line }: Judging): Judged {
  requireOwn(cells, context);
  const version = readVersion(cells, context);
  const clause = readClause(cells, version, context);
  requireWording(cells, clause);
  const { quote = null, comment = null, proposed = null } = cells;
  if (!comment && !proposed) {
    if (quote) throw new RefusedRow("commentMissing", "comment");
    if (cells.observation) throw new RefusedRow("notYourObservation", "observation");
    return { outcome: "unchanged", reason: "blank", row: null, words: null };
  }
  const language = readLanguage(cells, context);
  const words = language === "en" ? (clause?.en ?? null) : (clause?.fr ?? null);
  const row: ReadRow = {
    ...{ version, clause: clause?.number ?? null, clauseKey: clause?.key ?? null, language },
    kind: readKind(cells, context),
    quote: readQuote(quote, clause, language),
    comment: mustFit(comment, "comment", commentCharacters),
    proposed: mustFit(proposed, "proposed", clauseCharacters),
  };
  const name = nameRow(row);
  // Of what was said already nothing is read anew: the leads may have replied, and the words moved on, since it was taken.
  const isSaid = context.said.has(name);
  if (!isSaid && row.proposed !== null) requireChange(row, clause, context);
  if (!isSaid && cells.observation) throw new RefusedRow("notYourObservation", "observation");
  const earlier = seen.get(name);
  if (earlier !== undefined) throw new RefusedRow("duplicateRow", "comment", { line: earlier });
  seen.set(name, line);
  if (isSaid) return { outcome: "unchanged", reason: "same", row, words };
  return { outcome: row.proposed === null ? "comment" : "amendment", reason: null, row, words };
}

const plain = (text: string) => toCanonicalText(text).toLowerCase();

/** Whose comments these are is said by who uploads: a row that says otherwise was not meant for this. */
function requireOwn({ organization }: Texts, { names }: TableContext) {
  if (organization && !names.some((name) => plain(name) === plain(organization)))
    throw new RefusedRow("otherOrganization", "organization");
}

function readVersion({ version }: Texts, { current, clauses }: TableContext): number {
  if (!version) return current;
  if (!/^\d{1,6}$/.test(version)) throw new RefusedRow("notANumber", "version");
  if (!clauses.has(Number(version))) throw new RefusedRow("unknownVersion", "version");
  return Number(version);
}

function readClause({ clause }: Texts, version: number, { clauses }: TableContext) {
  if (!clause) return null;
  if (!/^\d{1,6}$/.test(clause)) throw new RefusedRow("notANumber", "clause");
  const found = clauses.get(version)?.get(Number(clause));
  if (!found) throw new RefusedRow("unknownClause", "clause", { version });
  return found;
}

/** Whoever writes into the words as they are would not be heard: other words have a column of their own. */
function requireWording(cells: Texts, clause: ClauseText | null) {
  for (const [key, language] of [
    ["currentEn", "en"],
    ["currentFr", "fr"],
  ] as const) {
    const written = cells[key];
    const words = clause && printWording(clause, language);
    if (written && toCanonicalText(written) !== toCanonicalText(words ?? ""))
      throw new RefusedRow(clause ? "wordingEdited" : "wordingWithoutClause", key);
  }
}

function readLanguage({ language }: Texts, { vocabulary }: TableContext): Locale {
  if (!language) throw new RefusedRow("languageMissing", "language");
  const found = findCode(vocabulary.language, language);
  if (!found) throw new RefusedRow("languageUnknown", "language");
  return found;
}

function readKind({ kind }: Texts, { vocabulary }: TableContext): CommentKind {
  if (!kind) return "general";
  const found = findCode(vocabulary.kind, kind);
  if (!found) throw new RefusedRow("kindUnknown", "kind");
  return found;
}

function readQuote(quote: string | null, clause: ClauseText | null, language: Locale): string | null {
  if (!quote) return null;
  if (!clause) throw new RefusedRow("quoteWithoutClause", "quote");
  const texts = language === "en" ? [clause.en, clause.questionEn] : [clause.fr, clause.questionFr];
  const found = findQuoted(texts, toCanonicalText(quote));
  if (found === null) throw new RefusedRow("quoteNotThere", "quote");
  return found;
}

/** The same shape that it is typed in: what could not be typed cannot be read from a file. */
function mustFit(text: string | null, column: CommentColumn, most: number): string | null {
  if (text === null) return null;
  const parsed = prose(most).safeParse(text);
  if (parsed.success) return parsed.data || null;
  const [issue] = parsed.error.issues;
  throw new RefusedRow(issue?.code === "too_big" ? "tooLong" : (issue?.message ?? "invalid"), column, { most });
}

/** Proposed words take the place of a clause's words, as they are in force. */
function requireChange(row: ReadRow, clause: ClauseText | null, { current, open, clauses }: TableContext) {
  if (!open) throw new RefusedRow("notOpen", "proposed");
  if (!clause) throw new RefusedRow("proposedWithoutClause", "clause");
  const now = [...(clauses.get(current)?.values() ?? [])].find(({ key }) => key === clause.key);
  if (!isSameWording(clause, now)) throw new RefusedRow("wordingChanged", "version", { current });
  const words = row.language === "en" ? clause.en : clause.fr;
  if (toCanonicalText(row.proposed ?? "") === toCanonicalText(words ?? ""))
    throw new RefusedRow("proposedSame", "proposed");
}
