import type { Tally } from "./tally";
import { type Cell, isBlank, type Row, struck, unreadable } from "./xlsx-cells";
import { CellText } from "./xlsx-strings";
import type { CellStyle } from "./xlsx-styles";
import { type Attributes, enough, type Listener, readXml } from "./xlsx-xml";

export type Book = {
  strings: readonly (string | typeof struck)[];
  looks: readonly CellStyle[];
  /** Days are counted from 1904 on, as in workbooks from old Macintoshes. */
  from1904: boolean;
};

const maxColumns = 100;
const dayLength = 86_400_000;

/** A number as the day that a spreadsheet shows for it. It takes 1900 for a leap year: number 60 is no day. */
function toDay(serial: number, from1904: boolean): Cell {
  const whole = Math.floor(serial);
  if (!from1904 && (whole < 1 || whole === 60)) return unreadable;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const day = new Date(start + whole * dayLength);
  return Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999 ? unreadable : day.toISOString().slice(0, 10);
}

/** Where a cell stands, counted from 0, by its letters. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  return letters ? [...letters].reduce((sum, it) => sum * 26 + it.charCodeAt(0) - 64, 0) - 1 : null;
}

class SheetReader implements Listener {
  readonly rows: Row[] = [];
  private line = 0;
  private cells: Cell[] = [];
  private column = -1;
  private kind = "n";
  private look: CellStyle | undefined;
  private hasFormula = false;
  private inValue = false;
  private value: string[] = [];
  private inline: CellText | null = null;

  constructor(
    private readonly book: Book,
    private readonly mostRows: number,
    private readonly tally: Tally,
  ) {}

  open(name: string, attributes: Attributes) {
    if (name === "row") {
      this.line = Number(attributes.r ?? this.line + 1);
      this.tally.countRow(this.line);
      this.cells = [];
      this.column = -1;
    } else if (name === "c") this.begin(attributes);
    else if (name === "f") this.hasFormula = true;
    else if (name === "v") this.inValue = true;
    else if (name === "is") this.inline = new CellText();
    else this.inline?.open(name, attributes);
  }

  text(piece: string) {
    if (this.inValue) this.value.push(piece);
    else this.inline?.text(piece);
  }

  close(name: string) {
    if (name === "v") this.inValue = false;
    else if (name === "c") this.end();
    else if (name === "row") this.endRow();
    else this.inline?.close(name);
  }

  private begin(attributes: Attributes) {
    this.column = columnOf(attributes.r) ?? this.column + 1;
    this.tally.countCell(this.column + 1);
    this.kind = attributes.t ?? "n";
    this.look = this.book.looks[Number(attributes.s ?? 0)];
    this.hasFormula = false;
    this.value = [];
    this.inline = null;
  }

  private end() {
    if (this.column >= maxColumns) return;
    const cell = this.read();
    // Counted wherever it is referred to: each of these is a text of its own to whoever is given the rows.
    if (typeof cell === "string") this.tally.countLetters(cell.length);
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = !isBlank(cell) && this.look?.isStruck ? struck : cell;
    this.inline = null;
  }

  private read(): Cell {
    if (this.hasFormula || this.kind === "e") return unreadable;
    if (this.inline) return this.inline.finish() || null;
    const value = this.value.join("");
    if (value === "") return null;
    if (this.kind === "s") return this.book.strings[Number(value)] ?? unreadable;
    if (this.kind === "str") return value;
    if (this.kind === "b") return value === "1" ? "true" : "false";
    if (this.kind === "d") return value.slice(0, 10);
    const number = Number(value);
    if (!Number.isFinite(number)) return unreadable;
    return this.look?.isDay ? toDay(number, this.book.from1904) : String(number);
  }

  private endRow() {
    const { line, cells } = this;
    if (!cells.every(isBlank)) this.rows.push({ line, cells });
    if (this.rows.length > this.mostRows) throw enough;
  }
}

/** The rows of a sheet that hold anything, up to one more than asked for; numbered as the spreadsheet numbers them. */
export function readSheet(bytes: Uint8Array, book: Book, mostRows: number, tally: Tally): Row[] {
  const reader = new SheetReader(book, mostRows, tally);
  readXml(bytes, reader, tally);
  return reader.rows;
}
