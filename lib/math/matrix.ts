/**
 * Stances of many voices on many propositions, as sparse as they are given: a cell without a stance is not stored.
 *
 * A stance is one of a few values, its level. What is stored of a cell is one whole number, its code:
 * `column × levels.length + place of the value in levels`. A table over all codes (three per statement of a
 * consultation) fits the nearest cache, so that a product reads two bytes and one table entry per vote.
 */
export type StanceMatrix = {
  readonly rows: number;
  readonly columns: number;
  /** The values a stance may have, ascending. */
  readonly levels: readonly number[];
  /** Stances given. */
  readonly votes: number;
  /** Whole rows, in order. */
  readonly blocks: readonly Block[];
};

export type Codes = Uint16Array | Uint32Array;

/** Rows `first … first + starts.length − 2`; the codes of the n-th of them stand from `starts[n]` to `starts[n + 1]`. */
export type Block = { readonly first: number; readonly starts: Uint32Array; readonly codes: Codes };

/** Codes of one block: half a megabyte of small ones, so that work can pause, report or be shared between blocks. */
const codesPerBlock = 1 << 18;

/** Builds a matrix row by row, holding nothing twice. */
export class MatrixBuilder {
  private readonly blocks: Block[] = [];
  private readonly wide: boolean;
  private codes: Codes;
  private starts: number[] = [0];
  private first = 0;
  private filled = 0;
  private rows = 0;

  /**
   * @param columns number of propositions, ≥ 0
   * @param levels the values a stance may have, ascending, at most 255
   */
  constructor(
    readonly columns: number,
    readonly levels: readonly number[],
  ) {
    this.wide = columns * levels.length > 65536;
    this.codes = this.makeCodes(codesPerBlock);
  }

  /** A stance of the row at hand: a column, and the place of its value in `levels`. Each column at most once a row. */
  add(column: number, level: number): void {
    if (this.filled === this.codes.length) this.makeRoom();
    this.codes[this.filled++] = column * this.levels.length + level;
  }

  /** Ends the row at hand, also an empty one. */
  endRow(): void {
    this.rows += 1;
    this.starts.push(this.filled);
  }

  finish(): StanceMatrix {
    this.seal(this.filled, this.starts);
    const { rows, columns, levels, blocks } = this;
    const votes = blocks.reduce((sum, { codes }) => sum + codes.length, 0);
    return { rows, columns, levels, votes, blocks };
  }

  /** A full block is sealed behind its last whole row; what is there of the row at hand moves to the next block. */
  private makeRoom() {
    const whole = this.starts.at(-1) ?? 0;
    const begun = this.codes.subarray(whole, this.filled);
    const next = this.makeCodes(Math.max(codesPerBlock, 2 * begun.length));
    next.set(begun);
    this.seal(whole, this.starts);
    this.codes = next;
    this.filled = begun.length;
    this.starts = [0];
    this.first = this.rows;
  }

  private seal(end: number, starts: number[]) {
    if (starts.length < 2) return;
    this.blocks.push({ first: this.first, starts: Uint32Array.from(starts), codes: this.trim(end) });
  }

  /** A slice would not be shared; a view of half an empty block would waste it. */
  private trim(end: number): Codes {
    if (2 * end > this.codes.length) return this.codes.subarray(0, end);
    const codes = this.makeCodes(end);
    codes.set(this.codes.subarray(0, end));
    return codes;
  }

  // Shared, so that a second thread reads the same memory instead of a copy.
  private makeCodes(length: number): Codes {
    return this.wide
      ? new Uint32Array(new SharedArrayBuffer(4 * length))
      : new Uint16Array(new SharedArrayBuffer(2 * length));
  }
}

/**
 * A matrix from rows of values, null where nothing was said.
 *
 * @param voices rows of equal length
 * @param levels the values that may stand in them, ascending
 * @throws {RangeError} where another value stands
 */
export function toMatrix(
  voices: readonly (readonly (number | null)[])[],
  columns: number,
  levels: readonly number[],
): StanceMatrix {
  const builder = new MatrixBuilder(columns, levels);
  for (const [row, voice] of voices.entries()) {
    for (let column = 0; column < columns; column++) {
      const value = voice[column] ?? null;
      if (value === null) continue;
      const level = levels.indexOf(value);
      if (level < 0) throw new RangeError(`row ${row}, column ${column}: ${value} is not one of ${levels.join(", ")}`);
      builder.add(column, level);
    }
    builder.endRow();
  }
  return builder.finish();
}
