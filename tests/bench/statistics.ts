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

/** How often one of these exceeds one of those (ties count half), and how likely chance alone strays as far: Mann–Whitney. */
export function compareRanks(these: readonly number[], those: readonly number[]) {
  const all = sorted([...these, ...those]);
  const places = new Map<number, { first: number; count: number }>();
  all.forEach((value, at) => {
    const place = places.get(value);
    if (place) place.count++;
    else places.set(value, { first: at + 1, count: 1 });
  });
  const rankOf = (value: number) => {
    const { first = Number.NaN, count = 0 } = places.get(value) ?? {};
    return first + (count - 1) / 2;
  };
  const [n, m] = [these.length, those.length];
  const u = these.reduce((sum, value) => sum + rankOf(value), 0) - (n * (n + 1)) / 2;
  const ties = [...places.values()].reduce((sum, { count }) => sum + count ** 3 - count, 0);
  const spread = Math.sqrt(((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
  const z = spread === 0 ? 0 : (u - (n * m) / 2) / spread;
  return { chance: u / (n * m), z, p: 2 * (1 - normal(Math.abs(z))) };
}

/** The share of a normal distribution below z, to seven digits (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight(
    (sum, it) => t * (it + sum),
    0,
  );
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
