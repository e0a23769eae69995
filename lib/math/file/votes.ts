import { isUtf8 } from "node:buffer";
import { findDelimiter, findFault } from "../../platform/files/encoding";
import type { Id } from "../ids";
import { MatrixBuilder } from "../matrix";
import type { NamedMatrix } from "../reorder";
import { comma, type Listener, readCells, toText } from "./cells";
import type { AgreeSign } from "./convention";
import { nameOtherExport } from "./export-files";
import { type FaultFacts, type FaultReason, FileFault } from "./fault";
import { nothing, readValue, toCount, toId } from "./values";
import { VoteCounts } from "./vote-counts";

/** Agree, pass and disagree; or with a half between, as our own export has it. */
type VoteScale = "polis" | "coalition";

/** What Polis writes before the statements. */
const besides = new Set(["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", "xid"]);

/** What our own export explains of each vote: a reservation, and which of four silences. */
const explanatory = /^(stance|reservation|joined)-\d+$/;
const isNoStatement = (name: string) => besides.has(name) || explanatory.test(name);

/** Names longer than this are shortened where a fault tells of them. */
const longest = 40;
const shorten = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);

export const isVotesHeader = (names: readonly string[]) => names.includes("participant");

type Header = { names: string[]; delimiter: number; next: number };

/** @throws {FileFault} where it is another encoding: an accent taken for another letter would change a name */
function mustBeUtf8(bytes: Buffer, line: number): void {
  if (isUtf8(bytes)) return;
  const fault = findFault(bytes);
  throw new FileFault(fault.reason, { line: line + fault.line - 1, column: 1 });
}

/**
 * The names in the first line, what parts them, and where the second line begins. Spreadsheets part by semicolons or tabs
 * where the language has decimal commas.
 *
 * @throws {FileFault}
 */
export function readHeader(bytes: Buffer): Header {
  const names: string[] = [];
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes.length === mark) throw new FileFault("nothing", { line: 1, column: 1 });
  const newline = bytes.indexOf(0x0a);
  const first = bytes.subarray(mark, newline < 0 ? bytes.length : newline);
  mustBeUtf8(first, 1);
  const delimiter = findDelimiter(first.toString("utf8")).charCodeAt(0);
  const listener: Listener = {
    cell: (of, start, end) => names.push(toText(of, start, end)),
    endLine: () => undefined,
    badQuotes: (column) => {
      throw new FileFault("quoteMisplaced", { line: 1, column: column + 1 });
    },
  };
  const next = readCells(bytes, mark, listener, delimiter, 1);
  return { names, delimiter, next };
}

/** What a fault tells of the names that were found instead. */
const listFound = (names: readonly string[]) =>
  names
    .slice(0, 8)
    .map((name) => shorten(name))
    .join(", ");

/** @throws {FileFault} where the first line is not that of a file of votes */
function requireVotes(names: readonly string[]): void {
  const spot = { line: 1, column: 1 };
  const name = nameOtherExport(names);
  if (name) throw new FileFault("otherExport", spot, { name });
  if (!isVotesHeader(names)) throw new FileFault("participantColumnMissing", spot, { found: listFound(names) });
}

/** Columns of a file that hold no votes, in `columnOf`. */
const otherColumns = -1;
const nameless = -2;

type Layout = {
  readonly names: readonly string[];
  readonly who: number;
  /** Where it says how many agreed and disagreed; −1 where it does not. */
  readonly agree: number;
  readonly disagree: number;
  readonly columnOf: Int32Array;
};

/** Which cell is whose, from the names of the first line. @throws {FileFault} */
function readLayout(names: readonly string[]): Layout {
  requireVotes(names);
  const seen = new Map<string, number>();
  const columnOf = new Int32Array(names.length).fill(otherColumns);
  let statements = 0;
  for (const [at, written] of names.entries()) {
    if (written === "") {
      columnOf[at] = nameless;
      continue;
    }
    const name = String(toId(written));
    const before = seen.get(name);
    if (before !== undefined) {
      throw new FileFault("columnTwice", { line: 1, column: at + 1 }, { name: shorten(name), before: before + 1 });
    }
    seen.set(name, at);
    if (!isNoStatement(name)) columnOf[at] = statements++;
  }
  const cellAt = (name: string) => seen.get(name) ?? -1;
  return { names, who: cellAt("participant"), agree: cellAt("n-agree"), disagree: cellAt("n-disagree"), columnOf };
}

type VotesOptions = {
  readonly scale: VoteScale;
  /** As of `readHeader`; a comma unless given. */
  readonly delimiter?: number;
  /** What stands for agreement, where the export declares it; 1 unless given. */
  readonly agree?: AgreeSign;
};

/** Votes as Polis exports them, line by line, so that a file may be larger than memory. */
export class VotesReader implements Listener {
  private readonly layout: Layout;
  private readonly builder: MatrixBuilder;
  private readonly rows: Id[] = [];
  private readonly seen = new Map<Id, number>();
  private readonly counts = new VoteCounts();
  private readonly scale: VoteScale;
  private readonly delimiter: number;
  private readonly turned: boolean;
  private line = 2;
  private who = "";
  /** Whether this line holds anything. */
  private holds = false;
  private told: { agree: number | null; disagree: number | null } = { agree: null, disagree: null };
  private agrees = 0;
  private disagrees = 0;

  /** @param names of the first line, as of `readHeader` @throws {FileFault} */
  constructor(names: readonly string[], { scale, delimiter = comma, agree = 1 }: VotesOptions) {
    this.layout = readLayout(names);
    this.scale = scale;
    this.delimiter = delimiter;
    this.turned = agree === -1;
    const statements = this.layout.columnOf.reduce((most, it) => Math.max(most, it + 1), 0);
    this.builder = new MatrixBuilder(statements, scale === "polis" ? [-1, 0, 1] : [-1, 0, 0.5, 1]);
  }

  /** Whole lines, those after the first. @throws {FileFault} */
  read(bytes: Buffer): void {
    mustBeUtf8(bytes, this.line);
    readCells(bytes, 0, this, this.delimiter);
  }

  cell(bytes: Buffer, start: number, end: number, column: number) {
    if (start === end) return;
    const { layout } = this;
    const at = layout.columnOf[column];
    const blank = bytes[start] === 0x20 && toText(bytes, start, end) === "";
    if (blank) return;
    this.holds = true;
    if (at === undefined) throw this.fault("cellTooMany", column, { columns: layout.names.length });
    if (at >= 0) this.vote(bytes, start, end, column, at);
    else if (at === nameless) throw new FileFault("columnWithoutName", { line: 1, column: column + 1 });
    else if (column === layout.who) this.who = toText(bytes, start, end);
    else if (column === layout.agree) this.told.agree = toCount(toText(bytes, start, end));
    else if (column === layout.disagree) this.told.disagree = toCount(toText(bytes, start, end));
  }

  private vote(bytes: Buffer, start: number, end: number, column: number, at: number) {
    const value = readValue(bytes, start, end);
    if (value === nothing) return;
    if (value < 0 || (this.scale === "polis" && value === 2)) {
      const statement = shorten(this.layout.names[column] ?? "");
      throw this.fault("notAVote", column, { said: shorten(toText(bytes, start, end)), statement });
    }
    const read = this.turned ? 3 - (value === 1 ? 2 : value) : value;
    if (read === 3) this.agrees += 1;
    if (read === 0) this.disagrees += 1;
    this.builder.add(at, this.toLevel(read));
  }

  endLine(columns: number) {
    const wanted = this.layout.names.length;
    // A line that holds nothing is not a participant: spreadsheets leave some, with their separators, at the end.
    if (this.holds) {
      if (columns < wanted) throw this.fault("lineEndsEarly", columns, { columns: wanted });
      this.begin();
      this.builder.endRow();
      this.compare();
    }
    this.line += 1;
    this.holds = false;
    this.who = "";
    this.told = { agree: null, disagree: null };
    this.agrees = 0;
    this.disagrees = 0;
  }

  private compare() {
    const { agree, disagree } = this.told;
    if (agree === null || disagree === null || this.scale !== "polis") return;
    this.counts.add({ line: this.line, agree, disagree, agrees: this.agrees, disagrees: this.disagrees });
  }

  badQuotes(column: number): never {
    throw this.fault("quoteMisplaced", column);
  }

  /** @throws {FileFault} where nobody voted, or the counts contradict the votes */
  finish(): NamedMatrix {
    if (this.rows.length === 0) throw this.fault("noParticipant", 0);
    this.counts.mustFit();
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
