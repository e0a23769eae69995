import { addUp } from "./statistics";
import type { VoteCounts } from "./votes";

/** A statement about the consultation itself is shown this eagerly. */
const metaPriority = 7;

/**
 * How eagerly each statement should be shown to the next participant: what many agree with, few pass on, sets people apart
 * and was little seen.
 *
 * @param groups votes of each group
 * @param extremity per statement, as of the map
 * @param isMeta per statement whether it is about the consultation itself
 * @source polis-math.md, step 17, from the present votes and not those of the update before
 */
export function rankForRouting(
  groups: readonly VoteCounts[],
  extremity: Float64Array,
  isMeta: readonly boolean[] = [],
): Float64Array {
  const { agrees, disagrees, seen } = addUp(groups, extremity.length);
  return extremity.map((extreme, at) => {
    const of = seen[at] as number;
    const passed = (of - (agrees[at] as number) - (disagrees[at] as number) + 1) / (of + 2);
    const agreed = ((agrees[at] as number) + 1) / (of + 2);
    const importance = (1 - passed) * (extreme + 1) * agreed;
    return (isMeta[at] ? metaPriority : importance * (1 + 8 * 2 ** (-of / 5))) ** 2;
  });
}
