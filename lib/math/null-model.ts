import type { Codes, StanceMatrix } from "./matrix";
import type { Random } from "./random";

/** Null model: a matrix whose columns are shuffled in place, without copies. */
type Shuffled = { readonly matrix: StanceMatrix; readonly shuffle: (random: Random) => void };

/**
 * A copy of which each column can be shuffled among those who answered it. What a proposition gathered stays, and who
 * answered what stays; only that the same voices say the same is gone. It is what groups must be told apart from.
 */
export function makeShuffled(matrix: StanceMatrix): Shuffled {
  const [only] = joinBlocks(matrix);
  if (!only) return { matrix, shuffle: () => undefined };
  const { codes } = only;
  const width = matrix.levels.length;
  const { starts, places } = indexesByColumn(codes, matrix.columns, width);
  const shuffle = (random: Random) => {
    for (let column = 0; column < matrix.columns; column++) {
      const begin = starts[column] as number;
      for (let last = (starts[column + 1] as number) - 1; last > begin; last--) {
        const one = places[last] as number;
        const other = places[begin + Math.floor(random() * (last - begin + 1))] as number;
        const kept = codes[one] as number;
        codes[one] = codes[other] as number;
        codes[other] = kept;
      }
    }
  };
  return { matrix: { ...matrix, blocks: [only] }, shuffle };
}

/** All rows in one block of its own memory; none where there is no stance. */
function joinBlocks({ rows, votes, blocks }: StanceMatrix) {
  const [sample] = blocks;
  if (!sample || votes === 0) return [];
  const codes: Codes = sample.codes instanceof Uint16Array ? new Uint16Array(votes) : new Uint32Array(votes);
  const starts = new Uint32Array(rows + 1);
  let filled = 0;
  for (const block of blocks) {
    codes.set(block.codes, filled);
    for (let row = 0; row < block.starts.length; row++)
      starts[block.first + row] = filled + (block.starts[row] as number);
    filled += block.codes.length;
  }
  return [{ first: 0, starts, codes }];
}

function indexesByColumn(codes: Codes, columns: number, width: number) {
  const starts = new Uint32Array(columns + 1);
  for (const code of codes) {
    const next = Math.floor(code / width) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let column = 0; column < columns; column++)
    starts[column + 1] = (starts[column + 1] as number) + (starts[column] as number);
  const filled = starts.slice();
  const places = new Uint32Array(codes.length);
  for (const [at, code] of codes.entries()) {
    const column = Math.floor(code / width);
    places[filled[column] as number] = at;
    filled[column] = (filled[column] as number) + 1;
  }
  return { starts, places };
}
