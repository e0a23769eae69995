import { allBits, type Bits, countShared, hasBit, keepShared, listBits } from "@/lib/math/coalition/bits";

/**
 * For each option, the set of the other side that supports it: organizations per proposition, or propositions per
 * organization.
 */
type HolderSets = { holding: readonly Bits[]; others: number };

export type BundleResult = {
  /** The others that hold for every choice. */
  all: number[];
  /** For each other that does not, the choices that fail. */
  missing: Map<number, number[]>;
  /** For each choice: how many would hold without it where it is chosen, with it where it is not. */
  figures: number[];
};

/**
 * Who stands behind a bundle, who does not and on what, and what one more or one less would change, 32 at a time. Whoever
 * misses one choice alone is who returns without it, so one pass over the bundle answers for all of it.
 */
export function evaluateBundle({ holding, others }: HolderSets, chosen: readonly number[]): BundleResult {
  const together = allBits(others);
  for (const choice of chosen) keepShared(together, holding[choice] as Bits);
  const missing = new Map<number, number[]>();
  for (let other = 0; other < others; other += 1) {
    if (hasBit(together, other)) continue;
    missing.set(
      other,
      chosen.filter((choice) => !hasBit(holding[choice] as Bits, other)),
    );
  }
  const all = listBits(together);
  const figures = holding.map((of) => countShared(of, together));
  for (const choice of chosen) figures[choice] = all.length;
  for (const failing of missing.values()) {
    const [only] = failing;
    if (failing.length === 1 && only !== undefined) figures[only] = (figures[only] ?? 0) + 1;
  }
  return { all, missing, figures };
}
