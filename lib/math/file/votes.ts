import type { Id } from "../ids";
import { MatrixBuilder } from "../matrix";
import type { NamedMatrix } from "../reorder";
import { type Listener, readCells, toText } from "./cells";
import { type FaultFacts, type FaultReason, FileFault } from "./fault";
import { nothing, readValue, toId } from "./values";

/** Agree, pass and disagree; or with a half between, as our own export has it. */
export type VoteScale = "polis" | "coalition";

/** What Polis writes before the statements. */
const besides = new Set(["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", "xid"]);

/** Names longer than this are shortened where a fault tells of them. */
const longest = 40;
const shorten = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

export const isVotesHeader = (names: readonly string[]) => names.includes("participant");

/** The names in the first line, and where the second begins. @throws {FileFault} */
export function readHeader(bytes: Buffer): { names: string[]; next: number } {
  const names: string[] = [];
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes.length === mark) throw new FileFault("nothing", { line: 1, column: 1 });
  const listener: Listener = {
    cell: (of, start, end) => names.push(toText(of, start, end)),
    endLine: () => undefined,
    badQuotes: (column) => {
      throw new FileFault("quoteMisplaced", { line: 1, column: column + 1 });
    },
  };
  const next = readCells(bytes, mark, listener, 1);
  return { names, next };
}

type Layout = { readonly names: readonly string[]; readonly who: number; readonly columnOf: Int32Array };

/** Which cell is whose, from the names of the first line. @throws {FileFault} */
function readLayout(names: readonly string[]): Layout {
  const seen = new Map<string, number>();
  const columnOf = new Int32Array(names.length).fill(-1);
  let statements = 0;
  for (const [at, name] of names.entries()) {
    const spot = { line: 1, column: at + 1 };
    if (name === "") throw new FileFault("columnWithoutName", spot);
    const before = seen.get(name);
    if (before !== undefined) throw new FileFault("columnTwice", spot, { name: shorten(name), before: before + 1 });
    seen.set(name, at);
    if (!besides.has(name)) columnOf[at] = statements++;
  }
  const who = seen.get("participant");
  if (who === undefined) throw new FileFault("participantColumnMissing", { line: 1, column: 1 });
  return { names, who, columnOf };
}

/** Votes as Polis exports them, line by line, so that a file may be larger than memory. */
export class VotesReader implements Listener {
  private readonly layout: Layout;
  private readonly builder: MatrixBuilder;
  private readonly rows: Id[] = [];
  private readonly seen = new Map<Id, number>();
  private line = 2;
  private who = "";
  private bytes = 0;

  /** @param names of the first line, as of `readHeader` @throws {FileFault} */
  constructor(
    names: readonly string[],
    private readonly scale: VoteScale,
  ) {
    this.layout = readLayout(names);
    const statements = this.layout.columnOf.reduce((most, it) => Math.max(most, it + 1), 0);
    this.builder = new MatrixBuilder(statements, scale === "polis" ? [-1, 0, 1] : [-1, 0, 0.5, 1]);
  }

  /** Whole lines, those after the first. @throws {FileFault} */
  read(bytes: Buffer): void {
    readCells(bytes, 0, this);
  }

  cell(bytes: Buffer, start: number, end: number, column: number) {
    this.bytes += end - start;
    const at = this.layout.columnOf[column];
    if (at === undefined) throw this.fault("cellTooMany", column, { columns: this.layout.names.length });
    if (at >= 0) {
      if (start === end) return;
      const value = readValue(bytes, start, end);
      if (value >= 0 && (this.scale === "coalition" || value !== 2)) this.builder.add(at, this.toLevel(value));
      else if (value !== nothing) {
        const statement = shorten(this.layout.names[column] ?? "");
        throw this.fault("notAVote", column, { said: shorten(toText(bytes, start, end)), statement });
      }
    } else if (column === this.layout.who) this.who = toText(bytes, start, end);
  }

  endLine(columns: number) {
    const wanted = this.layout.names.length;
    // A line without anything is not a participant.
    if (columns > 1 || this.bytes > 0) {
      if (columns < wanted) throw this.fault("lineEndsEarly", columns, { columns: wanted });
      this.begin();
      this.builder.endRow();
    }
    this.line += 1;
    this.bytes = 0;
    this.who = "";
  }

  badQuotes(column: number): never {
    throw this.fault("quoteMisplaced", column);
  }

  /** @throws {FileFault} where nobody voted */
  finish(): NamedMatrix {
    if (this.rows.length === 0) throw this.fault("noParticipant", 0);
    const columns = this.layout.names.filter((_, at) => (this.layout.columnOf[at] as number) >= 0).map(toId);
    return { rows: this.rows, columns, matrix: this.builder.finish() };
  }

  private begin() {
    const { who } = this.layout;
    const id = toId(this.who);
    if (id === "") throw this.fault("participantWithoutId", who);
    const before = this.seen.get(id);
    if (before !== undefined) {
      throw this.fault("participantTwice", who, { participant: shorten(String(id)), before });
    }
    this.seen.set(id, this.line);
    this.rows.push(id);
  }

  private readonly toLevel = (value: number) => (this.scale === "polis" && value === 3 ? 2 : value);

  private fault(reason: FaultReason, column: number, facts?: FaultFacts): FileFault {
    return new FileFault(reason, { line: this.line, column: column + 1 }, facts);
  }
}
