/**
 * The clock of one zone: `offsets[i]` holds until `turns[i]`, the last one for good. Turns are instants and offsets are ahead of
 * UTC, both in milliseconds. Nothing here asks the platform's own zone data, of which no two copies agree.
 */
export type ZoneRules = { turns: readonly number[]; offsets: readonly number[] };

/** How many turns are over at this instant. */
function countTurns({ turns }: ZoneRules, instant: number): number {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far the clock of a zone is ahead of UTC at an instant, in milliseconds. */
export const offsetIn = (rules: ZoneRules, instant: number): number => rules.offsets[countTurns(rules, instant)] ?? 0;

const day = 86_400_000;

/** The instants at which a clock shows this, its digits read as if it were UTC: none in a gap, two in an overlap, else one. */
export function instantsIn(rules: ZoneRules, wall: number): number[] {
  // No clock is a whole day away from UTC, but a turn may pass over a day: Apia had no 30 December 2011.
  const [from, to] = [countTurns(rules, wall - 2 * day), countTurns(rules, wall + 2 * day)];
  const offsets = new Set(rules.offsets.slice(from, to + 1));
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => offsetIn(rules, instant) === wall - instant)
    .sort((a, b) => a - b);
}

/** The first instant at which the clock shows this or, in a gap, what comes next. */
export function firstInstantIn(rules: ZoneRules, wall: number): number {
  const [first] = instantsIn(rules, wall);
  if (first !== undefined) return first;
  const passed = rules.turns.find((turn) => turn + offsetIn(rules, turn) > wall);
  if (passed === undefined) throw new RangeError("a time that no clock shows, and no turn that passes over it");
  return passed;
}

/** The rules between two instants, short enough to go with a page: minutes between turns, and which offset follows. */
export function packRules(rules: ZoneRules, from: number, until: number): string {
  const [first, last] = [countTurns(rules, from), countTurns(rules, until)];
  const minutes = rules.turns.slice(first, last).map((turn) => Math.round(turn / 60_000));
  const offsets = rules.offsets.slice(first, last + 1).map((offset) => Math.round(offset / 60_000));
  const kinds = [...new Set(offsets)];
  const gaps = minutes.map((it, index) => (it - (minutes[index - 1] ?? 0)).toString(36));
  return [kinds.join(" "), offsets.map((it) => kinds.indexOf(it).toString(36)).join(""), gaps.join(" ")].join("|");
}

/** The rules as the page was given them. Outside the years that were packed, the nearest offset holds. */
export function unpackRules(packed: string): ZoneRules {
  const [kinds = "", order = "", gaps = ""] = packed.split("|");
  const offsets = kinds.split(" ").map((it) => Number(it) * 60_000);
  let at = 0;
  const turns = gaps.split(" ").flatMap((it) => {
    if (it === "") return [];
    at += Number.parseInt(it, 36);
    return [at * 60_000];
  });
  return { turns, offsets: [...order].map((it) => offsets[Number.parseInt(it, 36)] ?? 0) };
}
