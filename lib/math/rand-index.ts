const pairsOf = (count: number) => (count * (count - 1)) / 2;

/**
 * Adjusted Rand index of two partitions of the same things: 1 where they are the same, about 0 where they agree as much as
 * chance would have it.
 *
 * @param one,other labels ≥ 0 of equal length; a thing with a label below 0 in either is left out
 * @returns 1 where both leave nothing to tell apart
 * @source Hubert, Arabie, Journal of Classification 2 (1985) 193–218
 */
export function adjustedRandIndex(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [rows, columns, both] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  let count = 0;
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] as number, other[at] as number];
    if (a < 0 || b < 0) continue;
    count += 1;
    increase(rows, a);
    increase(columns, b);
    increase(both, a * 65536 + b);
  }
  const together = sumPairs(both);
  const [inRows, inColumns] = [sumPairs(rows), sumPairs(columns)];
  const expected = count > 1 ? (inRows * inColumns) / pairsOf(count) : 0;
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

const increase = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
const sumPairs = (counts: Map<number, number>) => [...counts.values()].reduce((sum, count) => sum + pairsOf(count), 0);
