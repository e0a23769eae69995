/** A stance as a number from -1 to 1; null where nothing can be placed on that line, which is missing and never the middle. */
export type Voice = readonly (number | null)[];

/** Mean absolute difference over what both answered, from 0 to 2; null where they have no answer in common. */
export function distanceBetween(one: Voice, other: Voice): number | null {
  let sum = 0;
  let common = 0;
  for (const [place, mine] of one.entries()) {
    const theirs = other[place] ?? null;
    if (mine === null || theirs === null) continue;
    sum += Math.abs(mine - theirs);
    common += 1;
  }
  return common === 0 ? null : sum / common;
}

const sumOf = (voice: Voice = []) => voice.reduce<number>((sum, it) => sum + (it ?? 0), 0);

/**
 * Places of the voices from one end to the other: the two that differ most are the ends, and everybody else stands by
 * how much nearer they are to the one than to the other. Whoever cannot be compared stands in the middle. Equal voices
 * keep the order they came in, so the same input always gives the same order.
 */
export function orderBySimilarity(voices: readonly Voice[]): number[] {
  const places = voices.map((_, place) => place);
  let ends: [number, number] = [0, 0];
  let furthest = 0;
  for (const one of places) {
    for (const other of places.slice(one + 1)) {
      const distance = distanceBetween(voices[one] ?? [], voices[other] ?? []) ?? 0;
      if (distance <= furthest) continue;
      furthest = distance;
      ends = sumOf(voices[one]) <= sumOf(voices[other]) ? [one, other] : [other, one];
    }
  }
  const to = (voice: Voice, end: number) => distanceBetween(voice, voices[end] ?? []) ?? furthest / 2;
  const leanings = voices.map((voice) => to(voice, ends[0]) - to(voice, ends[1]));
  return places.sort((one, other) => (leanings[one] ?? 0) - (leanings[other] ?? 0) || one - other);
}
