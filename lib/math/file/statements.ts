import { type FaultReason, FileFault } from "@/lib/math/file/fault";
import { maxLetters, toId } from "@/lib/math/file/values";
import { decodeText, readCsv, UnreadableText } from "@/lib/platform/files/read-csv";
import { findControl, showControls } from "../../platform/files/controls";
import { decodeBytes, findDelimiter, UnreadableEncoding } from "../../platform/files/encoding";

/** A statement's words, by the number that the votes name it by. */
type StatementTexts = {
  readonly id: string;
  readonly body: string | null;
  readonly en: string | null;
  readonly fr: string | null;
  readonly moderatedOut: boolean;
  /** It is about the consultation itself. */
  readonly meta: boolean;
};

/** Statements that were taken in otherwise than they were written, by what was odd about them. */
export type OddStatements = Readonly<Record<"joined" | "control" | "long", readonly string[]>>;
type StatementsRead = { readonly statements: readonly StatementTexts[]; readonly odd: OddStatements };

const maxRows = 20_000;

type Line = ReturnType<typeof readCsv>[number];

/** The rows of a table beside the votes. @throws {FileFault} */
export function readTable(bytes: Uint8Array): Line[] {
  try {
    return readCsv(bytes, maxRows);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    const { reason, line, column } = error.fault;
    const known: FaultReason = reason === "brokenCsv" || reason === "tooManyRows" ? "unreadable" : reason;
    throw new FileFault(known, { line, column });
  }
}

/** What stands beside the votes and the statements: a table of names and values, or a declaration in JSON. */
type Companion = { readonly json: string } | { readonly rows: readonly Line[]; readonly delimiter: string };

/** @throws {FileFault} */
export function readCompanion(bytes: Uint8Array): Companion {
  const text = readText(bytes).trimStart();
  return text.startsWith("{") ? { json: text } : { rows: readTable(bytes), delimiter: findDelimiter(text) };
}

function readText(bytes: Uint8Array): string {
  try {
    return decodeBytes(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableEncoding)) throw error;
    const { reason, line, column } = error.fault;
    throw new FileFault(reason, { line, column });
  }
}

function findColumns(head: Line | undefined) {
  const cells = head?.cells ?? [];
  const names = cells.map((it) => it?.trim().toLowerCase() ?? "");
  const cellAt = (...of: string[]) => names.findIndex((name) => of.includes(name));
  const at = {
    id: cellAt("comment-id", "comment_id"),
    body: cellAt("comment-body", "comment_body", "txt"),
    en: cellAt("comment-body-en"),
    fr: cellAt("comment-body-fr"),
    moderated: cellAt("moderated"),
    meta: cellAt("is-meta", "is_meta"),
    columns: names.length - [...names].reverse().findIndex((name) => name !== ""),
  };
  for (const [name, found] of [["comment-id", at.id] as const, ["comment-body", at.body] as const]) {
    if (found >= 0) continue;
    const list = names.filter(Boolean).slice(0, 8).join(", ");
    throw new FileFault("columnMissing", { line: 1, column: 1 }, { name, found: list.slice(0, 200) });
  }
  return at;
}

type Columns = ReturnType<typeof findColumns>;

/**
 * A server of 2024 wrote words with commas and without quotation marks. Where the words are the last column, what is too much
 * is theirs; anywhere else nobody can tell, and cutting them off would change what was said.
 */
function joinFields({ line, cells }: Line, at: Columns, delimiter: string): { cells: Line["cells"]; joined: boolean } {
  const filled = cells.length - [...cells].reverse().findIndex((cell) => cell !== null);
  if (filled <= at.columns) return { cells, joined: false };
  if (at.body !== at.columns - 1) {
    throw new FileFault("cellTooMany", { line, column: at.columns + 1 }, { columns: at.columns });
  }
  const words = cells.slice(at.body).map((cell) => cell ?? "");
  return { cells: [...cells.slice(0, at.body), words.join(delimiter)], joined: true };
}

/** Polis writes -1, 0 or 1; tables that also have gaps often write "-1.0". @throws {FileFault} */
function isOut(cell: string | null | undefined, line: number, column: number): boolean {
  const value = cell?.trim() || "0";
  if (!/^[+-]?[01]([.,]0)?$/.test(value)) throw new FileFault("notModeration", { line, column });
  return Number(value.replace(",", ".")) === -1;
}

/** The statements of a consultation: `comments.csv` as Polis exports it, without who wrote what and when. @throws {FileFault} */
export function readStatements(bytes: Uint8Array): StatementsRead {
  const [head, ...lines] = readTable(bytes);
  const at = findColumns(head);
  const delimiter = findDelimiter(decodeText(bytes));
  const odd = { joined: new Set<string>(), control: new Set<string>(), long: new Set<string>() };
  const seen = new Set<string>();
  const statements = lines.map((row): StatementTexts => {
    const { cells, joined } = joinFields(row, at, delimiter);
    const { line } = row;
    const id = String(toId(cells[at.id]?.trim() ?? ""));
    if (id === "" || id.length > 40) throw new FileFault("idMissing", { line, column: at.id + 1 });
    if (seen.has(id)) throw new FileFault("twice", { line, column: at.id + 1 }, { id });
    if (cells.length <= at.body)
      throw new FileFault("lineEndsEarly", { line, column: cells.length }, { columns: at.columns });
    seen.add(id);
    if (joined) odd.joined.add(id);
    const written = (column: number) => (column < 0 ? null : toTexts(cells[column], (kind) => odd[kind].add(id)));
    return {
      id,
      body: written(at.body),
      en: written(at.en),
      fr: written(at.fr),
      moderatedOut: at.moderated >= 0 && isOut(cells[at.moderated], line, at.moderated + 1),
      meta: at.meta >= 0 && /^(true|1)$/i.test(cells[at.meta]?.trim() ?? ""),
    };
  });
  const listed = { joined: [...odd.joined], control: [...odd.control], long: [...odd.long] };
  return { statements, odd: listed };
}

/** Words as they may be shown, tabs and breaks read as spaces; what cannot be shown as it is written is told. */
function toTexts(cell: string | null | undefined, tell: (kind: "control" | "long") => void): string | null {
  const written = (cell ?? "").normalize("NFC").trim();
  if (findControl(written)) tell("control");
  const words = showControls(written).replace(/\s+/g, " ");
  if (words.length <= maxLetters) return words || null;
  tell("long");
  let kept = "";
  for (const letter of words) {
    if (kept.length + letter.length >= maxLetters) break;
    kept += letter;
  }
  return `${kept}…`;
}
