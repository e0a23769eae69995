import { agnes, type Cluster } from "ml-hclust";
import { distanceBetween, orderBySimilarity, type Voice } from "./order";

/** Between two voices that have no answer in common: neither near nor far. */
const unknown = 1;

/**
 * Places of the voices so that similar ones stand together: hierarchical clustering by average linkage over the mean
 * difference of what both answered. Within a cluster the branch nearer to the beginning of `orderBySimilarity` comes
 * first, so that the same voices always stand in the same order.
 *
 * @param voices rows of the grid, or its columns; up to some hundreds
 * @source Sokal, Michener, University of Kansas Science Bulletin 38 (1958) 1409–1438; the clustering is ml-hclust's
 */
export function orderByClusters(voices: readonly Voice[]): number[] {
  const line = orderBySimilarity(voices);
  if (voices.length < 3) return line;
  // Clustered in the order of the line: ties then fall the same way whatever the order they came in.
  const distances = line.map((one) =>
    line.map((other) => (one === other ? 0 : (distanceBetween(voices[one] ?? [], voices[other] ?? []) ?? unknown))),
  );
  const tree = agnes(distances, { method: "average", isDistanceMatrix: true });
  return listLeaves(tree).map((place) => line[place] as number);
}

const listLeaves = (cluster: Cluster): number[] =>
  cluster.isLeaf
    ? [cluster.index]
    : cluster.children
        .map(listLeaves)
        .sort((one, other) => meanOf(one) - meanOf(other))
        .flat();

const meanOf = (places: readonly number[]) => places.reduce((sum, it) => sum + it, 0) / places.length;
