import "server-only";
import { type AgreeSign, readConvention, readFormat } from "@/lib/math/file/convention";
import { FileFault } from "@/lib/math/file/fault";
import { type OddStatements, readStatements as readRows, readTable } from "@/lib/math/file/statements";
import { compute } from "@/lib/math/pool";
import { decodeBytes, findDelimiter, UnreadableEncoding } from "@/lib/platform/files/encoding";
import { Refusal } from "@/lib/platform/http/refusal";
import { prose } from "@/lib/platform/text/schema";

type Which = "votes" | "statements" | "summary";
type Fault = Pick<FileFault, "reason" | "spot" | "facts">;

const encodings = {
  notUtf8: "studyFileNotUtf8",
  windows1252: "studyFileWindows1252",
  utf16: "studyFileUtf16",
} as const;

/** A fault of the file as a person is told of it. */
function toRefusal(which: Which, { reason, spot, facts }: Fault): Refusal {
  const isEncoding = (it: string): it is keyof typeof encodings => it in encodings;
  if (isEncoding(reason)) return new Refusal("CONFLICT", encodings[reason], { which, ...spot });
  if (reason === "conventionUnreadable") return new Refusal("CONFLICT", reason, { said: String(facts.said ?? "") });
  const key = which === "summary" ? "Unreadable" : `${reason[0]?.toUpperCase()}${reason.slice(1)}`;
  return new Refusal("CONFLICT", `${which}${key}`, { ...facts, ...spot });
}

function refuseFaults<T>(which: Which, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FileFault ? toRefusal(which, error) : error;
  }
}

/** Parses participants-votes.csv in a worker thread: a large file takes seconds. */
export async function readVotes(bytes: Uint8Array, agree: AgreeSign) {
  const { ballots, fault } = await compute("ballots", { bytes, agree });
  if (ballots) return ballots;
  throw toRefusal("votes", fault);
}

export type StatementTexts = { textEn: string | null; textFr: string | null; moderatedOut: boolean };
type Statements = { words: ReadonlyMap<string, StatementTexts>; odd: OddStatements };

export const noStatements: Statements = { words: new Map(), odd: { joined: [], control: [], long: [] } };

/** The statements by their ids. Words that are odd are taken in as far as they can be shown, and named. */
export function readStatements(bytes: Uint8Array, language: "en" | "fr"): Statements {
  const { statements, odd } = refuseFaults("statements", () => readRows(bytes));
  const texts = new Map(
    statements.map(({ id, body, en, fr, moderatedOut, meta }) => [
      id,
      {
        textEn: en ?? (language === "en" ? body : null),
        textFr: fr ?? (language === "fr" ? body : null),
        moderatedOut: moderatedOut || meta,
      },
    ]),
  );
  return { words: texts, odd };
}

type Summary = { topic: string | null; about: string | null; source: string | null; agree: AgreeSign | null };

const noFindings = { topic: null, about: null, source: null };

/** What Polis says of a consultation as a whole: a name and a value on each line; or its `format.json`, which declares the signs. */
export function readSummary(bytes: Uint8Array): Summary {
  return refuseFaults("summary", () => {
    const text = readText(bytes).trimStart();
    if (text.startsWith("{")) return { ...noFindings, agree: readFormat(text) };
    const rows = readTable(bytes);
    const delimiter = findDelimiter(text);
    const row = (name: string) => rows.find(({ cells }) => cells[0]?.trim().toLowerCase() === name);
    // Words with commas and without quotation marks are several cells; empty ones at the end are the spreadsheet's.
    const texts = (name: string) => {
      const cells = row(name)?.cells.slice(1) ?? [];
      const filled = cells.length - [...cells].reverse().findIndex((it) => it !== null);
      return cells.slice(0, filled).join(delimiter);
    };
    const find = (name: string, most: number) => {
      const parsed = prose(most).safeParse(texts(name));
      if (!parsed.success) throw new FileFault("unreadable", { line: row(name)?.line ?? 1, column: 2 });
      return parsed.data || null;
    };
    const declared = texts("vote-convention");
    return {
      topic: find("topic", 200)?.replace(/\s+/g, " ") ?? null,
      about: find("conversation-description", 2_000),
      source: find("url", 300),
      agree: declared ? readConvention(declared) : null,
    };
  });
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
