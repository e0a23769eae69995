/** A source of numbers in [0, 1) that are the same for the same seed, everywhere and always. */
export type Random = () => number;

/**
 * Mulberry32: 32 bits of state, period 2³². Enough for shuffles and starts, and not for secrets.
 *
 * @param seed any integer; only its lowest 32 bits count
 * @source Tommy Ettinger, 2017, public domain
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A vector of independent numbers in [−1, 1): never orthogonal to anything by the symmetry of what is asked.
 *
 * @param length ≥ 0
 */
export function randomVector(length: number, random: Random): Float64Array {
  const vector = new Float64Array(length);
  for (let at = 0; at < length; at++) vector[at] = 2 * random() - 1;
  return vector;
}
