import "server-only";
import { type AgreeSign, readConvention, readFormat } from "@/lib/math/file/convention";
import { FileFault } from "@/lib/math/file/fault";
import type { OddStatements } from "@/lib/math/file/statements";
import { Refusal } from "@/lib/platform/http/refusal";
import { prose } from "@/lib/platform/text/schema";
import { isOverLimit } from "@/lib/uploads/messages";
import { readUpload } from "@/lib/uploads/read-upload";
import { UploadFault } from "@/lib/uploads/reading-thread";

type Which = "votes" | "statements" | "summary";

const encodings = {
  notUtf8: "studyFileNotUtf8",
  windows1252: "studyFileWindows1252",
  utf16: "studyFileUtf16",
} as const;

/** A fault of the file as a person is told of it. */
function toRefusal(which: Which, { reason, facts }: UploadFault): Refusal {
  const isEncoding = (it: string): it is keyof typeof encodings => it in encodings;
  if (isEncoding(reason)) return new Refusal("CONFLICT", encodings[reason], { which, ...facts, line: facts.line ?? 1 });
  if (reason === "conventionUnreadable") return new Refusal("CONFLICT", reason, { said: facts.said ?? "" });
  if (isOverLimit(reason)) return new Refusal("CONFLICT", reason, facts);
  const key = which === "summary" ? "Unreadable" : `${reason[0]?.toUpperCase()}${reason.slice(1)}`;
  return new Refusal("CONFLICT", `${which}${key}`, facts);
}

/** Whoever may do anything on this machine may also wait. */
export type Reader = { readonly by: string | null };

async function refuseFaults<T>(which: Which, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UploadFault) throw toRefusal(which, error);
    if (!(error instanceof FileFault)) throw error;
    const { reason, facts, spot } = error;
    throw toRefusal(which, new UploadFault({ reason, facts: { ...facts, ...spot } }));
  }
}

export const readVotes = (bytes: Uint8Array, agree: AgreeSign, { by }: Reader) =>
  refuseFaults("votes", () => readUpload({ kind: "votes", bytes, agree, by }));

export type StatementTexts = { textEn: string | null; textFr: string | null; moderatedOut: boolean };
type Statements = { words: ReadonlyMap<string, StatementTexts>; odd: OddStatements };

export const noStatements: Statements = { words: new Map(), odd: { joined: [], control: [], long: [] } };

/** The statements by their ids. Words that are odd are taken in as far as they can be shown, and named. */
export async function readStatements(bytes: Uint8Array, language: "en" | "fr", { by }: Reader): Promise<Statements> {
  const read = () => readUpload({ kind: "statements", bytes, by });
  const { statements, odd } = await refuseFaults("statements", read);
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

export type Summary = { topic: string | null; about: string | null; source: string | null; agree: AgreeSign | null };

const noFindings = { topic: null, about: null, source: null };

/** What Polis says of a consultation as a whole: a name and a value on each line; or its `format.json`, which declares the signs. */
export function readSummary(bytes: Uint8Array, { by }: Reader): Promise<Summary> {
  return refuseFaults("summary", async () => {
    const read = await readUpload({ kind: "companion", bytes, by });
    if ("json" in read) return { ...noFindings, agree: readFormat(read.json) };
    const { rows, delimiter } = read;
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
