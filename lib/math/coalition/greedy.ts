import { type Bits, countBits, countShared, intersect, makeBits } from "./bits";
import type { Support } from "./support";

/** A bundle and who is with all of it. */
type Bundle = { readonly propositions: readonly number[]; readonly supporters: Bits; readonly count: number };

/** Bundles kept of each size: more find better ones, and cost as much more. */
const beamWidth = 60;

/**
 * A good bundle of each size at once: from the best few of each size the best few of the next. Nothing is proved.
 *
 * @param from the bundle to begin with, in every answer
 * @param candidates what may be added
 * @param largest how many to add at most
 * @returns one bundle per number added, from 0 on; fewer where there is nothing more to add
 */
export function findGoodBundles(
  support: Support,
  from: Bundle,
  candidates: readonly number[],
  largest: number,
): Bundle[] {
  let beam: Bundle[] = [from];
  const best: Bundle[] = [from];
  for (let size = 1; size <= Math.min(largest, candidates.length); size++) {
    beam = widen(support, beam, candidates);
    const [first] = beam;
    if (!first) break;
    best.push(first);
  }
  return best;
}

type Step = { parent: Bundle; proposition: number; count: number };

function widen(support: Support, beam: readonly Bundle[], candidates: readonly number[]): Bundle[] {
  const steps = beam.flatMap((parent) =>
    candidates
      .filter((proposition) => !parent.propositions.includes(proposition))
      .map(
        (proposition): Step => ({
          parent,
          proposition,
          count: countShared(parent.supporters, support.supporters[proposition] as Bits),
        }),
      ),
  );
  steps.sort((one, other) => other.count - one.count);
  const kept = new Map<string, Bundle>();
  for (const { parent, proposition, count } of steps) {
    if (kept.size === beamWidth) break;
    const propositions = [...parent.propositions, proposition].sort((one, other) => one - other);
    const key = propositions.join();
    if (kept.has(key)) continue;
    const supporters = makeBits(support.organizations);
    intersect(parent.supporters, support.supporters[proposition] as Bits, supporters);
    kept.set(key, { propositions, supporters, count });
  }
  return [...kept.values()];
}

/** A bundle of these propositions, with its supporters as they are. */
export const toBundle = (propositions: readonly number[], supporters: Bits): Bundle => ({
  propositions: [...propositions].sort((one, other) => one - other),
  supporters,
  count: countBits(supporters),
});
