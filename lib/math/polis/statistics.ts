import type { VoteCounts } from "./votes";

/** The normal quantile that nine of ten stay below, as Polis rounds it. */
export const significant = 1.2816;

/** How one side of a statement stands in a group, beside all other groups. */
export type SideStatistics = {
  /** Smoothed share of the side among the group's votes. */
  readonly share: number;
  /** z of that share against one half. */
  readonly shareTest: number;
  /** How many times the share of the others that is. */
  readonly ratio: number;
  /** z of the two shares against each other. */
  readonly ratioTest: number;
};

export type StatementStatistics = {
  readonly agrees: number;
  readonly disagrees: number;
  readonly seen: number;
  readonly agree: SideStatistics;
  readonly disagree: SideStatistics;
};

/** z of a share of `hits` among `of` against one half, each counted one more. @source polis-math.md, step 13 (pat) */
export const testShare = (hits: number, of: number) => 2 * Math.sqrt(of + 1) * ((hits + 1) / (of + 1) - 0.5);

/** Share with one hit and one miss added. */
export const smoothShare = (hits: number, of: number) => (hits + 1) / (of + 2);

function testDifference(hits: number, of: number, otherHits: number, otherOf: number): number {
  const [one, other] = [(hits + 1) / (of + 1), (otherHits + 1) / (otherOf + 1)];
  const pooled = (hits + otherHits + 2) / (of + otherOf + 2);
  if (pooled === 1) return 0;
  return (one - other) / Math.sqrt(pooled * (1 - pooled) * (1 / (of + 1) + 1 / (otherOf + 1)));
}

function describeSide(hits: number, of: number, otherHits: number, otherOf: number): SideStatistics {
  const share = smoothShare(hits, of);
  return {
    share,
    shareTest: testShare(hits, of),
    ratio: share / ((otherHits + 1) / (otherOf + 2)),
    ratioTest: testDifference(hits, of, otherHits, otherOf),
  };
}

/**
 * Each statement in each group, against all other groups together.
 *
 * @returns per group, per statement
 * @source polis-math.md, steps 12 and 13
 */
export function describeGroups(groups: readonly VoteCounts[], statements: number): StatementStatistics[][] {
  const sums = addUp(groups, statements);
  return groups.map(({ agrees, disagrees, seen }) =>
    Array.from({ length: statements }, (_, at) => {
      const [agreed, disagreed, of] = [agrees[at] as number, disagrees[at] as number, seen[at] as number];
      const others = (sums.seen[at] as number) - of;
      return {
        agrees: agreed,
        disagrees: disagreed,
        seen: of,
        agree: describeSide(agreed, of, (sums.agrees[at] as number) - agreed, others),
        disagree: describeSide(disagreed, of, (sums.disagrees[at] as number) - disagreed, others),
      };
    }),
  );
}

export function addUp(groups: readonly VoteCounts[], statements: number): VoteCounts {
  const sum = (of: (counts: VoteCounts) => Int32Array) =>
    Int32Array.from({ length: statements }, (_, at) =>
      groups.reduce((so, counts) => so + (of(counts)[at] as number), 0),
    );
  return { agrees: sum((it) => it.agrees), disagrees: sum((it) => it.disagrees), seen: sum((it) => it.seen) };
}
