/** What one file may hold. Empty rows and cells count like others: whoever opens the file pays for them all the same. */
export const fileLimits = {
  /** Of a workbook, once unpacked. */
  bytes: 40_000_000,
  entries: 200,
  rows: 100_000,
  cells: 500_000,
  /** Of all cells together. One text of a workbook may stand in many of them. */
  letters: 10_000_000,
  elements: 1_000_000,
  attributes: 2_000_000,
} as const;

type Counted = "rows" | "cells" | "letters" | "elements";
type CellAddress = { readonly line: number; readonly column: number };

/** A file holds more than it may: what of, how much is allowed, and where the first too many stands. */
export class OverLimit extends Error {
  readonly reason: `${Counted}OverLimit`;
  constructor(
    of: Counted,
    readonly at: { readonly sheet: string | null; readonly line: number; readonly column: number },
  ) {
    super(`${of} over the limit`);
    this.reason = `${of}OverLimit`;
  }
}

const firstCell: CellAddress = { line: 1, column: 1 };

/**
 * Counts what is read of a file, as it is read. One for the whole of a workbook: several tabs may lead to the same part, and
 * reading it for each of them costs as much as reading several.
 */
export class Tally {
  private sheet: string | null = null;
  private address = firstCell;
  private rows = 0;
  private cells = 0;
  private letters = 0;
  private elements = 0;
  private attributes = 0;

  enterSheet(name: string) {
    this.sheet = name;
    this.address = firstCell;
  }

  countRow(line: number) {
    this.address = { line, column: 1 };
    this.rows += 1;
    if (this.rows > fileLimits.rows) this.refuse("rows");
  }

  /** @param column counted from 1 */
  countCell(column: number) {
    this.address = { line: this.address.line, column };
    this.cells += 1;
    if (this.cells > fileLimits.cells) this.refuse("cells");
  }

  countLetters(letters: number) {
    this.letters += letters;
    if (this.letters > fileLimits.letters) this.refuse("letters");
  }

  countElement() {
    this.elements += 1;
    if (this.elements > fileLimits.elements) this.refuse("elements");
  }

  countAttribute() {
    this.attributes += 1;
    if (this.attributes > fileLimits.attributes) this.refuse("elements");
  }

  private refuse(of: Counted): never {
    throw new OverLimit(of, { sheet: this.sheet, ...this.address });
  }
}
