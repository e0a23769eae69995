import { clusterBest, orderClusters } from "../cluster-starts";
import { cluster } from "../kmeans";
import type { PlanePoints } from "../row-projection";
import { meanSilhouette, measureDistances } from "../silhouette";
import type { BaseClusters } from "./base-clusters";

type OpinionGroups = {
  readonly k: number;
  readonly centres: PlanePoints;
  /** Per base cluster its group. */
  readonly labels: Int32Array;
  readonly silhouette: number;
  /** Mean silhouette for 2, 3, … groups. */
  readonly silhouettes: readonly number[];
};

const maxTurns = 100;
const moved = 0.01;

/**
 * Groups of base clusters: for each number of groups the best k-means, weighted by members; among the numbers the one with
 * the widest mean silhouette, in which each base cluster counts once. Groups are numbered from left to right.
 *
 * @source polis-math.md, steps 10 and 11. The published method begins with the first k centres and lets what it found
 * before stand; without a before, k-means from several starts and the tightest of them is what that tends to
 */
export function findOpinionGroups({ centres, sizes }: BaseClusters): OpinionGroups {
  const count = sizes.length;
  const distances = measureDistances(centres);
  const most = Math.min(5, 2 + Math.floor(count / 12), count);
  const silhouettes: number[] = [];
  let best: OpinionGroups | null = null;
  for (let k = 2; k <= most; k++) {
    const found = partition(centres, sizes, k);
    const silhouette = meanSilhouette(distances, found.labels, found.sizes.length);
    silhouettes.push(silhouette);
    if (!best || silhouette > best.silhouette + 1e-12)
      best = { k: found.sizes.length, centres: found.centres, labels: found.labels, silhouette, silhouettes };
  }
  return best ?? alone(centres, sizes);
}

function partition(centres: PlanePoints, weights: Float64Array, k: number) {
  const options = { weights, tolerance: moved, maxTurns };
  const start = { xs: centres.xs.slice(0, k), ys: centres.ys.slice(0, k) };
  const [first, best] = [cluster(centres, start, options), clusterBest(centres, k, options)];
  return first.inertia <= best.inertia * (1 + 1e-9) ? orderClusters(first) : best;
}

/** One place or none: everybody who is there is one group. */
function alone(centres: PlanePoints, sizes: Float64Array): OpinionGroups {
  return {
    k: Math.min(1, sizes.length),
    centres,
    labels: new Int32Array(sizes.length),
    silhouette: 0,
    silhouettes: [],
  };
}
