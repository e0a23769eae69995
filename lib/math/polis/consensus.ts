import { significant, smoothShare, testShare } from "./statistics";
import type { VoteCounts } from "./votes";

/** Statements most of everybody agrees with, and disagrees with, best first; numbers of columns. */
export type Consensus = { readonly agree: readonly number[]; readonly disagree: readonly number[] };

const shown = 5;

/**
 * What the whole consultation agrees on, grouped or not.
 *
 * @param counts of everybody
 * @source polis-math.md, step 15
 */
export function findConsensus({ agrees, disagrees, seen }: VoteCounts, moderatedOut: readonly boolean[]): Consensus {
  const rank = (hits: Int32Array) =>
    [...hits.keys()]
      .filter((at) => !moderatedOut[at])
      .map((at) => ({
        at,
        share: smoothShare(hits[at] as number, seen[at] as number),
        test: testShare(hits[at] as number, seen[at] as number),
      }))
      .filter(({ share, test }) => share > 0.5 && test > significant)
      .sort((one, other) => other.share * other.test - one.share * one.test)
      .slice(0, shown)
      .map(({ at }) => at);
  return { agree: rank(agrees), disagree: rank(disagrees) };
}

/**
 * How far all groups agree with each statement at once: the product of their smoothed shares of agreement, from 0 to 1. One
 * group that disagrees makes it small, however large the others are.
 *
 * @source polis-math.md, step 16
 */
export function measureGroupConsensus(groups: readonly VoteCounts[], statements: number): Float64Array {
  const product = new Float64Array(statements).fill(1);
  for (const { agrees, seen } of groups)
    for (let at = 0; at < statements; at++)
      product[at] = (product[at] as number) * smoothShare(agrees[at] as number, seen[at] as number);
  return product;
}
