import { type BaseClusters, findBaseClusters } from "@/lib/math/polis/base-clusters";
import { findOpinionGroups } from "@/lib/math/polis/group-clusters";
import type { PlanePoints } from "@/lib/math/row-projection";

/** Fewer who vote alike are no group: what is told of them would be told of persons. */
export const smallestGroup = 5;
/** How often those who stand apart are set aside and the groups of the others sought anew. */
const maxIterations = 20;

export type GroupsFound = {
  readonly k: number;
  readonly silhouette: number;
  /** Per participant the group from 0 on; −1 for who is in none. */
  readonly groupOf: Int32Array;
  /** Clusters of participants near each other; those who stand apart come last, in group −1. */
  readonly base: Pick<BaseClusters, "centres" | "sizes"> & { readonly groupOf: Int32Array };
};

/**
 * Groups of at least five. Whoever stands so far out that they are a cluster of fewer is set aside, and the groups of all
 * others are sought without them: one voice at the rim would else be one group, and everybody else the other.
 *
 * @param voters rows of those who voted enough, ascending
 */
export function findGroupsOf(points: PlanePoints, voters: Int32Array): GroupsFound {
  let rest = voters;
  const apart: Int32Array[] = [];
  for (let turn = 1; ; turn++) {
    const base = findBaseClusters(take(points, rest));
    const { k, labels, silhouette } = findOpinionGroups(base);
    const sizes = new Float64Array(k);
    for (const [at, size] of base.sizes.entries())
      sizes[labels[at] as number] = (sizes[labels[at] as number] ?? 0) + size;
    const isSmall = (at: number) => (sizes[labels[base.labels[at] as number] as number] as number) < smallestGroup;
    const small = rest.filter((_, at) => isSmall(at));
    if (small.length === 0) return join(points, { rest, base, labels, k, silhouette, apart });
    apart.push(small);
    rest = rest.filter((_, at) => !isSmall(at));
    if (rest.length < smallestGroup)
      return join(points, { ...none, rest: rest.subarray(0, 0), apart: [...apart, rest] });
    if (turn === maxIterations) return join(points, { ...oneGroup(points, rest), apart });
  }
}

type Kept = { rest: Int32Array; base: BaseClusters; labels: Int32Array; k: number; silhouette: number };

const none = {
  base: {
    centres: { xs: new Float64Array(0), ys: new Float64Array(0) },
    sizes: new Float64Array(0),
    labels: new Int32Array(0),
  },
  labels: new Int32Array(0),
  k: 0,
  silhouette: 0,
};

/** Where setting aside does not end, nobody can be told apart: whoever is left stands together. */
function oneGroup(points: PlanePoints, rest: Int32Array): Kept {
  const base = findBaseClusters(take(points, rest));
  return { rest, base, labels: new Int32Array(base.sizes.length), k: 1, silhouette: 0 };
}

function join(
  points: PlanePoints,
  { rest, base, labels, k, silhouette, apart }: Kept & { apart: readonly Int32Array[] },
) {
  const groupOf = new Int32Array(points.xs.length).fill(-1);
  for (let at = 0; at < rest.length; at++) groupOf[rest[at] as number] = labels[base.labels[at] as number] as number;
  const aside = apart.filter((rows) => rows.length > 0).map((rows) => findBaseClusters(take(points, rows)));
  const all = [base, ...aside];
  return {
    k,
    silhouette,
    groupOf,
    base: {
      centres: { xs: concat(all.map((it) => it.centres.xs)), ys: concat(all.map((it) => it.centres.ys)) },
      sizes: concat(all.map((it) => it.sizes)),
      groupOf: Int32Array.from([...labels, ...aside.flatMap((it) => [...it.sizes].map(() => -1))]),
    },
  };
}

const concat = (parts: readonly Float64Array[]) => Float64Array.from(parts.flatMap((it) => [...it]));

// Not Float64Array.from: over a million rows it makes a list of them first.
function take({ xs, ys }: PlanePoints, rows: Int32Array): PlanePoints {
  const taken = { xs: new Float64Array(rows.length), ys: new Float64Array(rows.length) };
  for (let at = 0; at < rows.length; at++) {
    taken.xs[at] = xs[rows[at] as number] as number;
    taken.ys[at] = ys[rows[at] as number] as number;
  }
  return taken;
}
