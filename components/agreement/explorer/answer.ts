/** Whether the one chosen holds for the other: an organization stands behind a proposition, seen from either side. */
export type Holds = (choice: number, other: number) => boolean;

export type Answer = {
  /** The others that hold for every choice. */
  all: number[];
  /** For each other that does not, the choices that fail. */
  missing: Map<number, number[]>;
  /** For each choice: how many would hold without it where it is chosen, with it where it is not. */
  figures: number[];
};

type Question = { choices: number; others: number; chosen: readonly number[]; holds: Holds };

/**
 * Who stands behind a bundle, who does not and on what, and what one more or one less would change. Whoever misses one
 * choice alone is who returns without it, so one pass over the bundle answers for all of it.
 */
export function answer({ choices, others, chosen, holds }: Question): Answer {
  const all: number[] = [];
  const missing = new Map<number, number[]>();
  for (let other = 0; other < others; other += 1) {
    const failing = chosen.filter((choice) => !holds(choice, other));
    if (failing.length === 0) all.push(other);
    else missing.set(other, failing);
  }
  const figures = Array.from({ length: choices }, () => 0);
  for (let choice = 0; choice < choices; choice += 1) {
    for (const other of all) if (holds(choice, other)) figures[choice] = (figures[choice] ?? 0) + 1;
  }
  for (const choice of chosen) figures[choice] = all.length;
  for (const failing of missing.values()) {
    const [only] = failing;
    if (failing.length === 1 && only !== undefined) figures[only] = (figures[only] ?? 0) + 1;
  }
  return { all, missing, figures };
}
