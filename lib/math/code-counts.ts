import type { StanceMatrix } from "./matrix";

/**
 * How often each code occurs: for every column and level a number of rows.
 *
 * @returns length columns × levels; the entry of column c and level l stands at `c × levels.length + l`
 */
export function countCodes({ columns, levels, blocks }: StanceMatrix): Int32Array {
  const counts = new Int32Array(columns * levels.length);
  for (const { codes } of blocks) {
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] as number;
      counts[code] = (counts[code] as number) + 1;
    }
  }
  return counts;
}

/**
 * The same, for each group apart.
 *
 * @param groupOf per row its group from 0 to groups − 1, or −1 for none
 * @returns one array as of `countCodes` per group
 */
export function countCodesByGroup(matrix: StanceMatrix, groupOf: Int32Array, groups: number): Int32Array[] {
  const size = matrix.columns * matrix.levels.length;
  const all = Array.from({ length: groups }, () => new Int32Array(size));
  for (const { first, starts, codes } of matrix.blocks) {
    for (let row = 0; row + 1 < starts.length; row++) {
      const counts = all[groupOf[first + row] ?? -1];
      if (!counts) continue;
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) {
        const code = codes[at] as number;
        counts[code] = (counts[code] as number) + 1;
      }
    }
  }
  return all;
}

/** Stances given by each row. */
export function countAnswers({ rows, blocks }: StanceMatrix): Int32Array {
  const answers = new Int32Array(rows);
  for (const { first, starts } of blocks) {
    for (let row = 0; row + 1 < starts.length; row++)
      answers[first + row] = (starts[row + 1] as number) - (starts[row] as number);
  }
  return answers;
}

export type ColumnFacts = {
  /** Stances given on each column. */
  readonly answers: Int32Array;
  /** Mean value of them; 0 where there are none. */
  readonly means: Float64Array;
  /** Sum of squared deviations from that mean, over the stances given. */
  readonly spreads: Float64Array;
};

/** What the counts say of each column. @param counts as of `countCodes` */
export function describeColumns(counts: Int32Array, levels: readonly number[]): ColumnFacts {
  const columns = counts.length / levels.length;
  const answers = new Int32Array(columns);
  const means = new Float64Array(columns);
  const spreads = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    let answered = 0;
    for (const [place, level] of levels.entries()) {
      const count = counts[column * levels.length + place] as number;
      answered += count;
      sum += count * level;
    }
    const mean = answered > 0 ? sum / answered : 0;
    let spread = 0;
    for (const [place, level] of levels.entries())
      spread += (counts[column * levels.length + place] as number) * (level - mean) ** 2;
    answers[column] = answered;
    means[column] = mean;
    spreads[column] = spread;
  }
  return { answers, means, spreads };
}
