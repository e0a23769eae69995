import { type Clustering, cluster, type KMeansOptions } from "./kmeans";
import type { PlanePoints } from "./row-projection";

/**
 * The best of several k-means, each from centres that depend on where the points are and not on their order: evenly along
 * the first axis, evenly along the second, and each next centre the point furthest from those there are.
 *
 * @param k at least 1
 * @returns the one of least inertia, the first of equal ones; its clusters ordered by their centres, left to right
 */
export const clusterBest = (points: PlanePoints, k: number, options: KMeansOptions = {}): Clustering =>
  clustererOf(points)(k, options);

/** The same for several numbers of clusters of the same points, which are put in order only once. */
export function clustererOf(points: PlanePoints): (k: number, options?: KMeansOptions) => Clustering {
  const [across, down] = [sortAlong(points.xs, points.ys), sortAlong(points.ys, points.xs)];
  return (k, options = {}) => {
    const starts = [shareOut(points, across, k), shareOut(points, down, k), furthestFirst(points, k)];
    const all = starts.map((start) => cluster(points, start, options));
    const best = all.reduce((one, other) => (other.inertia < one.inertia * (1 - 1e-9) ? other : one));
    return orderClusters(best);
  };
}

const sortAlong = (first: Float64Array, second: Float64Array) =>
  Int32Array.from(first.keys()).sort(
    (one, other) =>
      (first[one] as number) - (first[other] as number) || (second[one] as number) - (second[other] as number),
  );

/** k centres at the means of k equal shares of the points, in the order of one axis. */
function shareOut({ xs, ys }: PlanePoints, order: Int32Array, k: number): PlanePoints {
  const shares = Array.from({ length: k }, (_, at) =>
    order.subarray(Math.floor((at * order.length) / k), Math.floor(((at + 1) * order.length) / k)),
  );
  return {
    xs: Float64Array.from(shares, (share) => meanOf(xs, share)),
    ys: Float64Array.from(shares, (share) => meanOf(ys, share)),
  };
}

function meanOf(values: Float64Array, places: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < places.length; at++) sum += values[places[at] as number] as number;
  return places.length > 0 ? sum / places.length : 0;
}

function furthestFirst({ xs, ys }: PlanePoints, k: number): PlanePoints {
  const chosen: number[] = [];
  const nearest = Float64Array.from(xs, (x, at) => x ** 2 + (ys[at] as number) ** 2);
  while (chosen.length < Math.min(k, xs.length)) {
    let furthest = 0;
    for (let at = 1; at < xs.length; at++) if (isFurther(at, furthest, nearest, xs, ys)) furthest = at;
    // The first is measured from the middle, all others from those chosen.
    if (chosen.length === 0) nearest.fill(Number.POSITIVE_INFINITY);
    chosen.push(furthest);
    for (let at = 0; at < xs.length; at++) {
      const squared =
        ((xs[at] as number) - (xs[furthest] as number)) ** 2 + ((ys[at] as number) - (ys[furthest] as number)) ** 2;
      nearest[at] = Math.min(nearest[at] as number, squared);
    }
  }
  return {
    xs: Float64Array.from(chosen, (at) => xs[at] as number),
    ys: Float64Array.from(chosen, (at) => ys[at] as number),
  };
}

function isFurther(one: number, other: number, nearest: Float64Array, xs: Float64Array, ys: Float64Array): boolean {
  const by = (nearest[one] as number) - (nearest[other] as number);
  if (by !== 0) return by > 0;
  const aside = (xs[one] as number) - (xs[other] as number);
  return aside !== 0 ? aside < 0 : (ys[one] as number) < (ys[other] as number);
}

/** The same clustering with its clusters numbered by their centres, left to right, and empty ones gone. */
export function orderClusters(found: Clustering): Clustering {
  const { xs, ys } = found.centres;
  const kept = [...found.sizes.keys()]
    .filter((c) => (found.sizes[c] as number) > 0)
    .sort((one, other) => (xs[one] as number) - (xs[other] as number) || (ys[one] as number) - (ys[other] as number));
  const placeOf = new Int32Array(xs.length);
  for (const [place, c] of kept.entries()) placeOf[c] = place;
  return {
    ...found,
    labels: found.labels.map((c) => placeOf[c] as number),
    centres: {
      xs: Float64Array.from(kept, (c) => xs[c] as number),
      ys: Float64Array.from(kept, (c) => ys[c] as number),
    },
    sizes: Float64Array.from(kept, (c) => found.sizes[c] as number),
  };
}
