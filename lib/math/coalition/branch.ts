import { type Bits, countBits, countOnes } from "./bits";

/** What is searched: columns of bits side by side, in order of how many supporters they have, fewest first. */
export type Columns = { readonly words: number; readonly count: number; readonly bits: Uint32Array };

/** Looks for a larger coalition than `best`, and counts the columns it evaluates. */
export type Search = {
  readonly columns: Columns;
  best: number;
  /** Places of the best bundle's additions, where one better than given was found. */
  chosen: number[] | null;
  evaluations: number;
  readonly levels: readonly Level[];
};

/** Memory of one depth, so that the search asks for none. */
type Level = {
  readonly set: Uint32Array;
  readonly places: Int32Array;
  readonly counts: Int32Array;
  size: number;
  at: number;
};

export function makeSearch(columns: Columns, depth: number, best: number): Search {
  const level = (): Level => ({
    set: new Uint32Array(columns.words),
    places: new Int32Array(columns.count),
    counts: new Int32Array(columns.count),
    size: 0,
    at: 0,
  });
  return { columns, best, chosen: null, evaluations: 0, levels: Array.from({ length: depth + 1 }, level) };
}

/** The first level: everybody of `from`, and every column that leaves more than the best of them. */
export function enter(search: Search, from: Bits): void {
  const [level] = search.levels;
  if (!level) return;
  level.set.set(from);
  level.size = 0;
  const count = countBits(from);
  for (let column = 0; column < search.columns.count; column++) addIfLargeEnough(search, level, column, count);
  sortLevel(level);
}

/**
 * All bundles that add `left` more columns to the level at hand. Whatever cannot leave more organizations than the best
 * known bundle is not entered: adding a column never makes a coalition larger.
 */
export function descend(search: Search, depth: number, left: number): void {
  const level = search.levels[depth] as Level;
  if (left === 1) {
    takeBest(search, level, depth);
    return;
  }
  for (level.at = 0; level.at + left <= level.size; level.at++) {
    if ((level.counts[level.at] as number) <= search.best) continue;
    if (narrow(search, depth, left)) descend(search, depth + 1, left - 1);
  }
}

/** Adds the column at hand: who is left, and which columns after it would leave enough of them. False where too few would. */
export function narrow(search: Search, depth: number, left: number): boolean {
  const [level, next] = [search.levels[depth] as Level, search.levels[depth + 1] as Level];
  const { words, bits } = search.columns;
  const from = (level.places[level.at] as number) * words;
  for (let word = 0; word < words; word++) next.set[word] = (level.set[word] as number) & (bits[from + word] as number);
  const count = level.counts[level.at] as number;
  next.size = 0;
  for (let at = level.at + 1; at < level.size; at++) {
    if (next.size + level.size - at < left - 1) return false;
    if ((level.counts[at] as number) > search.best) addIfLargeEnough(search, next, level.places[at] as number, count);
  }
  if (left > 2) sortLevel(next);
  return next.size >= left - 1;
}

/** Adds a column if it leaves more than the best; counting stops as soon as too many are lost. */
function addIfLargeEnough(search: Search, level: Level, column: number, count: number): void {
  const { words, bits } = search.columns;
  const { set } = level;
  const spare = count - search.best;
  search.evaluations += 1;
  let lost = 0;
  for (let word = 0, at = column * words; word < words; word++, at++) {
    lost += countOnes((set[word] as number) & ~(bits[at] as number));
    if (lost >= spare) return;
  }
  level.places[level.size] = column;
  level.counts[level.size] = count - lost;
  level.size += 1;
}

/** Fewest supporters first: small branches are gone through with many columns behind them, large ones with few. */
function sortLevel({ places, counts, size }: Level): void {
  for (let at = 1; at < size; at++) {
    const place = places[at] as number;
    const count = counts[at] as number;
    let to = at;
    for (; to > 0 && (counts[to - 1] as number) > count; to--) {
      places[to] = places[to - 1] as number;
      counts[to] = counts[to - 1] as number;
    }
    places[to] = place;
    counts[to] = count;
  }
}

function takeBest(search: Search, level: Level, depth: number): void {
  for (let at = 0; at < level.size; at++) {
    if ((level.counts[at] as number) <= search.best) continue;
    search.best = level.counts[at] as number;
    level.at = at;
    search.chosen = search.levels.slice(0, depth + 1).map((it) => it.places[it.at] as number);
  }
}
