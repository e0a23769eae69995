import type { Block } from "./matrix";

/**
 * Adds XᵀX·w over the rows of one block, in one pass: `table` holds for every code what a stance adds to the product with
 * its row, `gathered` receives for every code the sum of the products of the rows it occurs in.
 *
 * @param table length columns × levels
 * @param gathered of the same length, added to
 */
export function gatherBlock({ starts, codes }: Block, table: Float64Array, gathered: Float64Array): void {
  let begin = 0;
  for (let row = 1; row < starts.length; row++) {
    const end = starts[row] as number;
    const sum = sumOver(codes, begin, end, table);
    let at = begin;
    for (; at + 3 < end; at += 4) {
      const one = codes[at] as number;
      gathered[one] = (gathered[one] as number) + sum;
      const two = codes[at + 1] as number;
      gathered[two] = (gathered[two] as number) + sum;
      const three = codes[at + 2] as number;
      gathered[three] = (gathered[three] as number) + sum;
      const four = codes[at + 3] as number;
      gathered[four] = (gathered[four] as number) + sum;
    }
    for (; at < end; at++) {
      const code = codes[at] as number;
      gathered[code] = (gathered[code] as number) + sum;
    }
    begin = end;
  }
}

// Four sums side by side: one would wait for each addition to end before the next begins.
function sumOver(codes: Block["codes"], begin: number, end: number, table: Float64Array): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  let at = begin;
  for (; at + 3 < end; at += 4) {
    one += table[codes[at] as number] as number;
    two += table[codes[at + 1] as number] as number;
    three += table[codes[at + 2] as number] as number;
    four += table[codes[at + 3] as number] as number;
  }
  for (; at < end; at++) one += table[codes[at] as number] as number;
  return one + two + (three + four);
}

/**
 * Adds up two tables over each row of a block.
 *
 * @param xs,ys per row of the whole matrix; the block's rows are written
 */
export function projectBlock(
  { first, starts, codes }: Block,
  tables: readonly [Float64Array, Float64Array],
  xs: Float64Array,
  ys: Float64Array,
): void {
  let begin = 0;
  for (let row = 1; row < starts.length; row++) {
    const end = starts[row] as number;
    xs[first + row - 1] = sumOver(codes, begin, end, tables[0]);
    ys[first + row - 1] = sumOver(codes, begin, end, tables[1]);
    begin = end;
  }
}
