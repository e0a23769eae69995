import type { PlanePoints } from "./row-projection";

export type Clustering = {
  /** Per point its cluster. */
  readonly labels: Int32Array;
  readonly centres: PlanePoints;
  /** Weight in each cluster; 0 where a centre lost all its points and stayed where it was. */
  readonly sizes: Float64Array;
  /** Weighted sum of squared distances to the own centre. */
  readonly inertia: number;
  readonly turns: number;
};

export type KMeansOptions = {
  /** Weight of each point, 1 unless given. */
  readonly weights?: Float64Array;
  /** Done when every centre moves less than this; 0 (until nothing moves) unless given. */
  readonly tolerance?: number;
  readonly maxTurns?: number;
};

/**
 * Weighted k-means in the plane from given centres, exactly as Lloyd would find it: Hamerly's bounds only spare what could
 * not have changed. A point as near to two centres belongs to the first.
 *
 * @param start the centres to begin with; their number is k
 * @source Hamerly, SIAM International Conference on Data Mining 2010, 130–140
 */
export function cluster({ xs, ys }: PlanePoints, start: PlanePoints, options: KMeansOptions = {}): Clustering {
  const { weights, tolerance = 0, maxTurns = 300 } = options;
  const [count, k] = [xs.length, start.xs.length];
  const cx = Float64Array.from(start.xs);
  const cy = Float64Array.from(start.ys);
  const labels = new Int32Array(count);
  // At most this far from the own centre, and at least that far from any other.
  const near = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const far = new Float64Array(count);
  const apart = new Float64Array(k);
  let sizes = new Float64Array(k);
  let turns = 0;
  while (turns < maxTurns) {
    turns += 1;
    measureGaps(cx, cy, apart);
    for (let point = 0; point < count; point++) {
      const bound = Math.max(far[point] as number, apart[labels[point] as number] as number) * (1 - 1e-12);
      if ((near[point] as number) < bound) continue;
      const x = xs[point] as number;
      const y = ys[point] as number;
      near[point] = distance(x, y, cx, cy, labels[point] as number);
      if ((near[point] as number) < bound) continue;
      assignPoint(point, x, y, cx, cy, { labels, near, far });
    }
    const moved = moveCentres({ xs, ys }, labels, weights, cx, cy);
    sizes = moved.sizes;
    if (moved.most <= tolerance && (tolerance === 0 || moved.most < tolerance)) break;
    for (let point = 0; point < count; point++) {
      near[point] = (near[point] as number) + (moved.by[labels[point] as number] as number);
      far[point] = (far[point] as number) - moved.most;
    }
  }
  return { labels, centres: { xs: cx, ys: cy }, sizes, inertia: addInertia(xs, ys, labels, weights, cx, cy), turns };
}

const distance = (x: number, y: number, cx: Float64Array, cy: Float64Array, c: number) =>
  Math.sqrt((x - (cx[c] as number)) ** 2 + (y - (cy[c] as number)) ** 2);

/** Half the distance of each centre to its nearest neighbour: nearer points cannot belong elsewhere. */
function measureGaps(cx: Float64Array, cy: Float64Array, apart: Float64Array) {
  for (let one = 0; one < cx.length; one++) {
    let least = Number.POSITIVE_INFINITY;
    for (let other = 0; other < cx.length; other++)
      if (other !== one) least = Math.min(least, distance(cx[one] as number, cy[one] as number, cx, cy, other));
    apart[one] = least / 2;
  }
}

type Bounds = { labels: Int32Array; near: Float64Array; far: Float64Array };

function assignPoint(point: number, x: number, y: number, cx: Float64Array, cy: Float64Array, bounds: Bounds) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  for (let c = 0; c < cx.length; c++) {
    const dx = x - (cx[c] as number);
    const dy = y - (cy[c] as number);
    const squared = dx * dx + dy * dy;
    if (squared < least) {
      second = least;
      least = squared;
      best = c;
    } else if (squared < second) second = squared;
  }
  bounds.labels[point] = best;
  bounds.near[point] = Math.sqrt(least);
  bounds.far[point] = Math.sqrt(second);
}

function moveCentres(
  { xs, ys }: PlanePoints,
  labels: Int32Array,
  weights: Float64Array | undefined,
  cx: Float64Array,
  cy: Float64Array,
) {
  const k = cx.length;
  const [sumX, sumY, sizes, by] = [new Float64Array(k), new Float64Array(k), new Float64Array(k), new Float64Array(k)];
  for (let point = 0; point < labels.length; point++) {
    const c = labels[point] as number;
    const weight = weights ? (weights[point] as number) : 1;
    sumX[c] = (sumX[c] as number) + weight * (xs[point] as number);
    sumY[c] = (sumY[c] as number) + weight * (ys[point] as number);
    sizes[c] = (sizes[c] as number) + weight;
  }
  let most = 0;
  for (let c = 0; c < k; c++) {
    const size = sizes[c] as number;
    if (size === 0) continue;
    const [x, y] = [(sumX[c] as number) / size, (sumY[c] as number) / size];
    by[c] = distance(x, y, cx, cy, c);
    most = Math.max(most, by[c] as number);
    cx[c] = x;
    cy[c] = y;
  }
  return { sizes, by, most };
}

function addInertia(
  xs: Float64Array,
  ys: Float64Array,
  labels: Int32Array,
  weights: Float64Array | undefined,
  cx: Float64Array,
  cy: Float64Array,
): number {
  let inertia = 0;
  for (let point = 0; point < labels.length; point++) {
    const squared = distance(xs[point] as number, ys[point] as number, cx, cy, labels[point] as number) ** 2;
    inertia += (weights ? (weights[point] as number) : 1) * squared;
  }
  return inertia;
}
