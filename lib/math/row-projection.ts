import { type Components, spread } from "./components";
import type { StanceMatrix } from "./matrix";
import { projectBlock } from "./product";

/** Places in the plane, one per row. */
export type PlanePoints = { readonly xs: Float64Array; readonly ys: Float64Array };

/**
 * Where each row stands: the sum of what its stances add along both components, times √(columns / answers), so that
 * somebody who answered little does not stand in the middle only because of that.
 *
 * @param answers per row how much it answered, in columns
 * @param of how many columns there are to answer
 * @param floor answers below this count as this many: a voice of one stance is not thrown to the rim
 * @returns in units of one stance; rows without a stance stand at the centre
 * @source polis-math.md, step 6 (there the floor is 1)
 */
export function project(
  matrix: StanceMatrix,
  { deviations, vectors }: Pick<Components, "deviations" | "vectors">,
  { answers, of, floor = 1 }: { answers: ArrayLike<number>; of: number; floor?: number },
): PlanePoints {
  const width = matrix.levels.length;
  const xs = new Float64Array(matrix.rows);
  const ys = new Float64Array(matrix.rows);
  const tables = [spread(deviations, vectors[0], width), spread(deviations, vectors[1], width)] as const;
  for (const block of matrix.blocks) projectBlock(block, tables, xs, ys);
  for (let row = 0; row < matrix.rows; row++) {
    const factor = Math.sqrt(of / Math.max(answers[row] as number, floor, 1));
    xs[row] = (xs[row] as number) * factor;
    ys[row] = (ys[row] as number) * factor;
  }
  return { xs, ys };
}
