import { findKnownRules } from "./known-zones";
import { firstInstantIn, instantsIn, offsetIn } from "./zone-rules";

function rulesOf(zone: string) {
  const rules = findKnownRules(zone);
  if (!rules) throw new RangeError(`no clock is known here for the time zone "${zone}"`);
  return rules;
}

/** How far the clock of a zone is ahead of UTC at an instant, in milliseconds: the one answer to that question. */
export const offsetAt = (zone: string, instant: Date): number => offsetIn(rulesOf(zone), instant.getTime());

/** What the clock of a zone shows at an instant, as a moment whose UTC digits are those of that clock. For words only. */
export const toWall = (zone: string, instant: Date): Date => new Date(instant.getTime() + offsetAt(zone, instant));

/** What a clock shows, without saying whose: `2026-12-15T09:00`, with seconds where they matter. */
type WallTime = string;

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;

function readWall(wall: WallTime): number {
  const at = shape.test(wall) ? Date.parse(`${wall}Z`) : Number.NaN;
  // 30 February would be read as 2 March.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(wall))
    throw new RangeError(`"${wall}" is no wall time`);
  return at;
}

const writeWall = (at: Date): WallTime => at.toISOString().slice(0, at.getTime() % 60_000 === 0 ? 16 : 19);

/** The instants at which the clock of a zone shows this: none where it was put forward past it, two where it was put back. */
export const instantsOf = (zone: string, wall: WallTime): Date[] =>
  instantsIn(rulesOf(zone), readWall(wall)).map((it) => new Date(it));

/** What the clock of a zone shows at an instant. */
export const wallAt = (zone: string, instant: Date): WallTime => writeWall(toWall(zone, instant));

/** A wall time that somebody asked for: it names one instant, or two to choose from, or none and the next time that exists. */
type WallAnswer =
  | { kind: "once"; instant: Date }
  | { kind: "twice"; first: Date; second: Date }
  | { kind: "never"; next: WallTime };

export function resolveWall(zone: string, wall: WallTime): WallAnswer {
  const [first, second] = instantsOf(zone, wall);
  if (first && second) return { kind: "twice", first, second };
  if (first) return { kind: "once", instant: first };
  return { kind: "never", next: wallAt(zone, new Date(firstInstantIn(rulesOf(zone), readWall(wall)))) };
}

/** The first instant at which the clock of a zone shows this hour of a day, or what comes next where the clock skips it. */
export const instantOn = (zone: string, day: string, hour = "00:00"): Date =>
  new Date(firstInstantIn(rulesOf(zone), readWall(`${day}T${hour}`)));

/** The day on the calendar of a zone, as `2027-03-01`. */
export const dayAt = (zone: string, instant: Date): string => toWall(zone, instant).toISOString().slice(0, 10);

/** The instant at which a day begins in a zone. Where midnight is skipped, the day begins after it. */
export const startOfDay = (zone: string, day: string): Date => instantOn(zone, day);

/** The instant at which a day is over in a zone: the next one begins. */
export const endOfDay = (zone: string, day: string): Date =>
  new Date(firstInstantIn(rulesOf(zone), readWall(`${day}T00:00`) + 86_400_000));
