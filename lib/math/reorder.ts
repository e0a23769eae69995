import { type Id, orderOfIds } from "./ids";
import { MatrixBuilder, type StanceMatrix } from "./matrix";

/** A matrix whose rows and columns have ids, each once. */
export type NamedMatrix = {
  readonly rows: readonly Id[];
  readonly columns: readonly Id[];
  readonly matrix: StanceMatrix;
};

/**
 * The same matrix with rows and columns in the order of their ids: whatever is computed from it then depends neither on the
 * order of the lines of a file nor on that of its columns.
 *
 * @returns what was given, where it is in order already
 */
export function orderById(given: NamedMatrix): NamedMatrix {
  const [down, across] = [orderOfIds(given.rows), orderOfIds(given.columns)];
  if (isInOrder(down) && isInOrder(across)) return given;
  const { columns, levels } = given.matrix;
  const width = levels.length;
  const placeOf = new Int32Array(columns);
  for (const [place, column] of across.entries()) placeOf[column] = place;
  const builder = new MatrixBuilder(columns, levels);
  const codesOf = readRows(given.matrix);
  for (const row of down) {
    const codes = codesOf(row).map((code) => (placeOf[Math.floor(code / width)] as number) * width + (code % width));
    for (const code of codes.sort()) builder.add(Math.floor(code / width), code % width);
    builder.endRow();
  }
  return {
    rows: down.map((at) => given.rows[at] as Id),
    columns: across.map((at) => given.columns[at] as Id),
    matrix: builder.finish(),
  };
}

const isInOrder = (order: readonly number[]) => order.every((at, place) => at === place);

/** The codes of a row, as an own array. */
function readRows({ rows, blocks }: StanceMatrix): (row: number) => Uint32Array {
  const blockOf = new Int32Array(rows);
  for (const [number, { first, starts }] of blocks.entries()) blockOf.fill(number, first, first + starts.length - 1);
  return (row) => {
    const block = blocks[blockOf[row] as number];
    if (!block) return new Uint32Array(0);
    const at = row - block.first;
    return Uint32Array.from(block.codes.subarray(block.starts[at], block.starts[at + 1]));
  };
}
