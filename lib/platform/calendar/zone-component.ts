import { findKnownRules } from "../time/known-zones";
import type { ZoneRules } from "../time/zone-rules";
import { writeLine } from "./content-line";
import { writeDigits } from "./moments";

/** From this instant on the clock is so far ahead of UTC, and was so far before; milliseconds. */
export type Observance = { at: number; from: number; to: number };

const day = 86_400_000;
/** Where a clock changed last before this, or never: earlier offsets have seconds, which readers drop. */
const longAgo = Date.UTC(1970, 0, 1);

/** Turns after which the clock shows something else; some only renamed it. */
function changesOf({ turns, offsets }: ZoneRules): Observance[] {
  return turns
    .map((at, index) => ({ at, from: offsets[index] ?? 0, to: offsets[index + 1] ?? 0 }))
    .filter(({ from, to }) => from !== to);
}

/** One for each change of the clock, from before the first moment to after the last: what holds there, and no rule that repeats. */
export function observancesOf(rules: ZoneRules, first: number, last: number): Observance[] {
  const changes = changesOf(rules);
  const begins = changes.findLastIndex(({ at }) => at <= first - day);
  const ends = changes.findIndex(({ at }) => at > last + day);
  const within = changes.slice(Math.max(begins, 0), ends < 0 ? changes.length : ends + 1);
  const [opening] = within;
  if (begins >= 0 && opening && opening.at >= longAgo) return within;
  const held = begins >= 0 ? opening?.to : (opening?.from ?? rules.offsets[0]);
  const always = { at: Math.min(longAgo, first - 2 * day), from: held ?? 0, to: held ?? 0 };
  return [always, ...(begins >= 0 ? within.slice(1) : within)];
}

/** `-0700`, with seconds where a clock has them. */
function writeOffset(offset: number): string {
  const seconds = Math.round(Math.abs(offset) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const digits = parts.map((it) => String(it).padStart(2, "0")).join("");
  return `${offset < 0 ? "-" : "+"}${digits.endsWith("00") ? digits.slice(0, 4) : digits}`;
}

function writeObservance({ at, from, to }: Observance, next: Observance | undefined): string {
  // Summer is what was put forward and is put back; clocks that stay are on their standard.
  const name = to > from && next !== undefined && next.to < to ? "DAYLIGHT" : "STANDARD";
  return [
    writeLine("BEGIN", name),
    writeLine("DTSTART", writeDigits(new Date(at + from))),
    writeLine("TZOFFSETFROM", writeOffset(from)),
    writeLine("TZOFFSETTO", writeOffset(to)),
    writeLine("END", name),
  ].join("");
}

/** The clock of a zone between two instants, for readers whose own copy of it may be of another year. */
export function writeZone(zone: string, first: Date, last: Date): string {
  const rules = findKnownRules(zone);
  if (!rules) throw new RangeError(`no clock is known here for the time zone "${zone}"`);
  const observances = observancesOf(rules, first.getTime(), last.getTime());
  return [
    writeLine("BEGIN", "VTIMEZONE"),
    writeLine("TZID", zone),
    ...observances.map((it, index) => writeObservance(it, observances[index + 1])),
    writeLine("END", "VTIMEZONE"),
  ].join("");
}
