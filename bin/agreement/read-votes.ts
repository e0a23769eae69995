import type { Id } from "../../lib/agreement/math/ids";
import { MatrixBuilder } from "../../lib/agreement/math/matrix";
import type { NamedMatrix } from "../../lib/agreement/math/reorder";
import { goOn, type Run } from "../../lib/agreement/math/run";
import { type Listener, readCells, toText } from "./cells";
import type { Mode } from "./choice";
import { type Fault, faultAt } from "./fault";
import type { Piece } from "./lines";
import { nothing, readValue, toId } from "./values";

/** What Polis writes before the statements. */
const besides = new Set(["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", "xid"]);

export const isVotesHeader = (names: readonly string[]) => names.includes("participant");

type Layout = { readonly names: readonly string[]; readonly who: number; readonly columnOf: Int32Array };

/** Which cell is whose, from the names of the first line. @throws {Fault} */
export function readLayout(file: string, names: readonly string[]): Layout {
  const seen = new Map<string, number>();
  const columnOf = new Int32Array(names.length).fill(-1);
  let statements = 0;
  for (const [at, name] of names.entries()) {
    const where = { line: 1, column: at + 1 };
    if (name === "") throw faultAt(file, where, "this column has no name.");
    if (seen.has(name))
      throw faultAt(file, where, `“${name}” is the name of column ${(seen.get(name) ?? 0) + 1} already.`);
    seen.set(name, at);
    if (!besides.has(name)) columnOf[at] = statements++;
  }
  const who = seen.get("participant");
  if (who === undefined) throw faultAt(file, { line: 1, column: 1 }, "there is no column “participant”.");
  return { names, who, columnOf };
}

type Reading = { file: string; names: readonly string[]; pieces: AsyncIterable<Piece>; mode: Mode; run: Run };

/** Votes as Polis exports them, line by line, so that a file may be larger than memory. @throws {Fault} */
export async function readVotes({ file, names, pieces, mode, run }: Reading): Promise<NamedMatrix> {
  const listener = new Votes(file, readLayout(file, names), mode);
  for await (const { bytes, share } of pieces) {
    goOn(run, "reading", share);
    readCells(bytes, 0, listener);
  }
  return listener.finish();
}

class Votes implements Listener {
  private readonly builder: MatrixBuilder;
  private readonly rows: Id[] = [];
  private readonly seen = new Map<Id, number>();
  private line = 2;
  private who = "";
  private bytes = 0;

  constructor(
    private readonly file: string,
    private readonly layout: Layout,
    private readonly mode: Mode,
  ) {
    const statements = layout.columnOf.reduce((most, it) => Math.max(most, it + 1), 0);
    this.builder = new MatrixBuilder(statements, mode === "polis" ? [-1, 0, 1] : [-1, 0, 0.5, 1]);
  }

  cell(bytes: Buffer, start: number, end: number, column: number) {
    this.bytes += end - start;
    const at = this.layout.columnOf[column];
    if (at === undefined) throw this.fault(column, `only ${this.layout.names.length} columns have a name.`);
    if (at >= 0) {
      if (start === end) return;
      const value = readValue(bytes, start, end);
      if (value >= 0 && (this.mode === "coalition" || value !== 2)) this.builder.add(at, this.toLevel(value));
      else if (value !== nothing) throw this.fault(column, this.complain(toText(bytes, start, end), column));
    } else if (column === this.layout.who) this.who = toText(bytes, start, end);
  }

  endLine(columns: number) {
    const wanted = this.layout.names.length;
    // A line without anything is not a participant.
    if (columns > 1 || this.bytes > 0) {
      if (columns < wanted) throw this.fault(columns, `the line ends before its ${wanted} columns.`);
      this.begin();
      this.builder.endRow();
    }
    this.line += 1;
    this.bytes = 0;
    this.who = "";
  }

  badQuotes(column: number): never {
    throw this.fault(column, "a quotation mark is not where a cell ends.");
  }

  finish(): NamedMatrix {
    if (this.rows.length === 0) throw this.fault(0, "there is no participant.");
    const columns = this.layout.names.filter((_, at) => (this.layout.columnOf[at] as number) >= 0).map(toId);
    return { rows: this.rows, columns, matrix: this.builder.finish() };
  }

  private begin() {
    const { who } = this.layout;
    const id = toId(this.who);
    if (id === "") throw this.fault(who, "this participant has no id.");
    const before = this.seen.get(id);
    if (before !== undefined) throw this.fault(who, `participant “${id}” stands in line ${before} already.`);
    this.seen.set(id, this.line);
    this.rows.push(id);
  }

  private readonly toLevel = (value: number) => (this.mode === "polis" && value === 3 ? 2 : value);

  private complain(text: string, column: number): string {
    const values = this.mode === "polis" ? "1, 0, -1" : "1, 0.5, 0, -1";
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    return `“${shown}” for statement “${this.layout.names[column]}” is not a vote: ${values} or nothing.`;
  }

  private fault(column: number, what: string): Fault {
    return faultAt(this.file, { line: this.line, column: column + 1 }, what);
  }
}
