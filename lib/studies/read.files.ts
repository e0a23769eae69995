import "server-only";
import { compute } from "@/lib/math/pool";
import { readCsv, UnreadableText } from "@/lib/platform/files/read-csv";
import { Refusal } from "@/lib/platform/http/refusal";
import { prose } from "@/lib/platform/text/schema";
import { maxStatementCharacters } from "./schema";

const maxRows = 20_000;

/** What a file of votes says; in a thread, since a large one takes seconds. */
export async function readVotes(bytes: Uint8Array) {
  const { ballots, fault } = await compute("ballots", { bytes });
  if (ballots) return ballots;
  const { reason, spot, facts } = fault;
  throw new Refusal("CONFLICT", `votes${reason[0]?.toUpperCase()}${reason.slice(1)}`, { ...facts, ...spot });
}

export type StatementTexts = { textEn: string | null; textFr: string | null; moderatedOut: boolean };

type Line = ReturnType<typeof readCsv>[number];

function readTable(bytes: Uint8Array, which: "statements" | "summary"): Line[] {
  try {
    return readCsv(bytes, maxRows);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    const { line, column } = error.fault;
    throw new Refusal("CONFLICT", `${which}Unreadable`, { line, column });
  }
}

const sentence = prose(maxStatementCharacters);

/** A statement's words as they may be shown; tabs and breaks read as spaces. */
function toStatementText(cell: string | null | undefined, line: number, column: number): string | null {
  const parsed = sentence.safeParse(cell ?? "");
  if (!parsed.success)
    throw new Refusal("CONFLICT", "statementsNotText", { line, column, most: maxStatementCharacters });
  return parsed.data.replace(/\s+/g, " ") || null;
}

/** Polis writes -1, 0 or 1; tables that also have gaps often write "-1.0". */
function isOut(cell: string | null | undefined, line: number, column: number): boolean {
  const value = cell?.trim() || "0";
  if (!/^-?[01](\.0)?$/.test(value)) throw new Refusal("CONFLICT", "statementsNotModeration", { line, column });
  return Number(value) === -1;
}

/** The statements by their ids: `comments.csv` as Polis exports it, without who wrote what and when. */
export function readStatements(bytes: Uint8Array, language: "en" | "fr"): Map<string, StatementTexts> {
  const [head, ...lines] = readTable(bytes, "statements");
  const names = (head?.cells ?? []).map((it) => it?.trim().toLowerCase() ?? "");
  const columnOf = (...of: string[]) => names.findIndex((name) => of.includes(name));
  const at = {
    id: columnOf("comment-id", "comment_id"),
    body: columnOf("comment-body", "comment_body", "txt"),
    en: columnOf("comment-body-en"),
    fr: columnOf("comment-body-fr"),
    moderated: columnOf("moderated"),
    meta: columnOf("is-meta", "is_meta"),
  };
  for (const [name, found] of [["comment-id", at.id] as const, ["comment-body", at.body] as const]) {
    if (found < 0) throw new Refusal("CONFLICT", "statementsColumnMissing", { line: 1, column: 1, name });
  }
  const statements = new Map<string, StatementTexts>();
  for (const { line, cells } of lines) {
    const id = cells[at.id]?.trim() ?? "";
    if (id === "" || id.length > 40) throw new Refusal("CONFLICT", "statementsIdMissing", { line, column: at.id + 1 });
    if (statements.has(id)) throw new Refusal("CONFLICT", "statementsTwice", { line, column: at.id + 1, id });
    const written = (column: number) => (column < 0 ? null : toStatementText(cells[column], line, column + 1));
    const [body, en, fr] = [written(at.body), written(at.en), written(at.fr)];
    statements.set(id, {
      textEn: en ?? (language === "en" ? body : null),
      textFr: fr ?? (language === "fr" ? body : null),
      moderatedOut:
        (at.moderated >= 0 && isOut(cells[at.moderated], line, at.moderated + 1)) ||
        (at.meta >= 0 && /^(true|1)$/i.test(cells[at.meta] ?? "")),
    });
  }
  return statements;
}

export type Summary = { topic: string | null; about: string | null; source: string | null };

/** What Polis says of a consultation as a whole: a name and a value on each line. */
export function readSummary(bytes: Uint8Array): Summary {
  const rows = readTable(bytes, "summary");
  const find = (name: string, most: number) => {
    const row = rows.find(({ cells }) => cells[0]?.trim().toLowerCase() === name);
    const parsed = prose(most).safeParse(row?.cells[1] ?? "");
    if (!parsed.success) throw new Refusal("CONFLICT", "summaryUnreadable", { line: row?.line ?? 1, column: 2 });
    return parsed.data || null;
  };
  return {
    topic: find("topic", 200)?.replace(/\s+/g, " ") ?? null,
    about: find("conversation-description", 2_000),
    source: find("url", 300),
  };
}
