import { cluster } from "../kmeans";
import type { PlanePoints } from "../row-projection";

/** Points that stand for all that are near them. */
export type BaseClusters = {
  readonly centres: PlanePoints;
  /** Members of each. */
  readonly sizes: Float64Array;
  /** Per point given, the cluster it is in. */
  readonly labels: Int32Array;
};

const maxBaseClusters = 100;
/** From here on points are first gathered in the cells of a grid. */
const manyPoints = 20_000;
const cellsAcross = 256;

/**
 * Up to a hundred clusters of near points, in the order of their first members: groups are then sought among these.
 *
 * @source polis-math.md, step 9, with the first hundred distinct points by id as centres to begin with
 */
export function findBaseClusters(points: PlanePoints): BaseClusters {
  const { places, weights, cellOf } = gather(points);
  const distinct = listDistinct(places);
  const start = pick(places, distinct.slice(0, maxBaseClusters));
  const { labels, centres, sizes } = cluster(places, start, { weights, tolerance: 0.01, maxTurns: 100 });
  const kept = [...sizes.keys()].filter((at) => (sizes[at] as number) > 0);
  const placeOf = new Int32Array(sizes.length);
  for (const [place, at] of kept.entries()) placeOf[at] = place;
  return {
    centres: pick(centres, kept),
    sizes: Float64Array.from(kept, (at) => sizes[at] as number),
    labels: cellOf.map((cell) => placeOf[labels[cell] as number] as number),
  };
}

const pick = ({ xs, ys }: PlanePoints, places: readonly number[]): PlanePoints => ({
  xs: Float64Array.from(places, (at) => xs[at] as number),
  ys: Float64Array.from(places, (at) => ys[at] as number),
});

/** The first of each place, in order, as many as are needed. */
function listDistinct({ xs, ys }: PlanePoints): number[] {
  const seen = new Set<string>();
  const distinct: number[] = [];
  for (let at = 0; at < xs.length && distinct.length < maxBaseClusters; at++) {
    const key = `${xs[at]} ${ys[at]}`;
    if (seen.has(key)) continue;
    seen.add(key);
    distinct.push(at);
  }
  return distinct;
}

/** Few points are themselves; of many, those in one cell of a fine grid become one point in their middle. */
function gather({ xs, ys }: PlanePoints): { places: PlanePoints; weights: Float64Array; cellOf: Int32Array } {
  const count = xs.length;
  if (count <= manyPoints)
    return { places: { xs, ys }, weights: new Float64Array(count).fill(1), cellOf: Int32Array.from(xs.keys()) };
  const [across, down] = [toCells(xs), toCells(ys)];
  const numbers = new Int32Array(cellsAcross * cellsAcross).fill(-1);
  const cellOf = new Int32Array(count);
  let cells = 0;
  for (let at = 0; at < count; at++) {
    const cell = across(xs[at] as number) * cellsAcross + down(ys[at] as number);
    if (numbers[cell] === -1) numbers[cell] = cells++;
    cellOf[at] = numbers[cell] as number;
  }
  const [sumX, sumY, weights] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  for (let at = 0; at < count; at++) {
    const cell = cellOf[at] as number;
    sumX[cell] = (sumX[cell] as number) + (xs[at] as number);
    sumY[cell] = (sumY[cell] as number) + (ys[at] as number);
    weights[cell] = (weights[cell] as number) + 1;
  }
  const middle = (sums: Float64Array) => sums.map((sum, cell) => sum / (weights[cell] as number));
  return { places: { xs: middle(sumX), ys: middle(sumY) }, weights, cellOf };
}

function toCells(values: Float64Array): (value: number) => number {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  const factor = largest > least ? cellsAcross / (largest - least) : 0;
  return (value) => Math.min(cellsAcross - 1, Math.floor((value - least) * factor));
}
