import { countCodesByGroup } from "../code-counts";
import type { StanceMatrix } from "../matrix";

/** Disagree, pass, agree: what a vote in a consultation may be, in the order of `levels`. */
export const voteLevels = [-1, 0, 1] as const;

/** Votes on each statement, of everybody or of one group. */
export type VoteCounts = {
  readonly agrees: Int32Array;
  readonly disagrees: Int32Array;
  /** All votes, passes included. */
  readonly seen: Int32Array;
};

/** @param counts as of `countCodes`, for the levels of a vote */
export function toVoteCounts(counts: Int32Array): VoteCounts {
  const statements = counts.length / 3;
  const [agrees, disagrees, seen] = [
    new Int32Array(statements),
    new Int32Array(statements),
    new Int32Array(statements),
  ];
  for (let statement = 0; statement < statements; statement++) {
    const disagreed = counts[3 * statement] as number;
    const agreed = counts[3 * statement + 2] as number;
    disagrees[statement] = disagreed;
    agrees[statement] = agreed;
    seen[statement] = disagreed + agreed + (counts[3 * statement + 1] as number);
  }
  return { agrees, disagrees, seen };
}

/** @param groupOf per row its group from 0 on, or −1 */
export const countVotesByGroup = (matrix: StanceMatrix, groupOf: Int32Array, groups: number) =>
  countCodesByGroup(matrix, groupOf, groups).map(toVoteCounts);
