/** Chance that comes out the same for the same seed, so that a round that went wrong can be run again. */
export type Chance = { below: (limit: number) => number; between: (least: number, most: number) => number };

export function seedChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, between: (least, most) => least + below(most - least + 1) };
}
