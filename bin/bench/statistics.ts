const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** The value that this share of the others does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const all = sorted(values);
  return all[Math.min(all.length - 1, Math.ceil(share * all.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const all = sorted(values);
  const half = all.length / 2;
  const [below = Number.NaN, above = Number.NaN] = [all[Math.ceil(half) - 1], all[Math.floor(half)]];
  return (below + above) / 2;
}

/** What a shared machine leaves stable: the median of the ratios of neighbouring rounds, not the ratio of medians. */
export const pairedRatio = (ours: readonly number[], theirs: readonly number[]) =>
  median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
