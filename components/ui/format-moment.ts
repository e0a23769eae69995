import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { type DateStyle, dateFormat } from "@/lib/platform/time/date-format";
import { formatHour } from "@/lib/platform/time/format-hour";
import { dayAt, toWall } from "@/lib/platform/time/offset-at";
import { addDays, isWorkingDay } from "@/lib/platform/time/working-days";

type Locale = string;
type Parts = Record<string, string>;

function partsOf(at: Date, locale: Locale, zone: string, options: DateStyle): Parts {
  const format = dateFormat(locale === "fr" ? "fr-CA" : "en-CA", options);
  return Object.fromEntries(format.formatToParts(toWall(zone, at)).map(({ type, value }) => [type, value]));
}

/** French says the first of a month as an ordinal, and no other day. */
const ordinal = (day: string, locale: Locale) => (locale === "fr" && day === "1" ? "1er" : day);

/** Fri 27 Nov; ven. 27 nov. */
export function shortDay(at: Date, locale: Locale, zone = networkTimeZone()): string {
  const {
    weekday = "",
    day = "",
    month = "",
  } = partsOf(at, locale, zone, { weekday: "short", day: "numeric", month: "short" });
  const words = [weekday, ordinal(day, locale), month];
  return locale === "fr" ? words.join(" ") : words.map((word) => word.replace(".", "")).join(" ");
}

/** 27 Nov; 27 nov.: for a day that is past, whose weekday no longer helps. The year stands where it is not this one's. */
export function briefDay(at: Date, now: Date, locale: Locale, zone = networkTimeZone()): string {
  const {
    day = "",
    month = "",
    year = "",
  } = partsOf(at, locale, zone, { day: "numeric", month: "short", year: "numeric" });
  const words = [ordinal(day, locale), month, year === dayAt(zone, now).slice(0, 4) ? "" : year];
  return words
    .map((word) => (locale === "fr" ? word : word.replace(".", "")))
    .join(" ")
    .trim();
}

/** 27 November 2026; 1er décembre 2026. */
export function longDay(at: Date, locale: Locale, zone = networkTimeZone()): string {
  const {
    day = "",
    month = "",
    year = "",
  } = partsOf(at, locale, zone, { day: "numeric", month: "long", year: "numeric" });
  return `${ordinal(day, locale)} ${month} ${year}`;
}

/** The last day of what ends at this moment: what ends as the second of March begins lasts through the first. */
export const lastDay = (end: Date, locale: Locale) => longDay(new Date(end.getTime() - 1), locale);

/** The day of a moment in the page's time zone, as `2027-03-01`. */
export const isoDay = (at: Date) => dayAt(networkTimeZone(), at);

/** 17:00, 09:30; 17 h, 9 h 30, with no-break spaces. Pages ask `useTimeOfDay`, which follows the reader's choice. */
export function timeOfDay(at: Date, locale: Locale, zone = networkTimeZone(), hours: "h24" | "h12" = "h24"): string {
  return formatHour(toWall(zone, at).toISOString().slice(11, 16), locale, hours);
}

/**
 * Working days between two moments, weekends and the days on which federal offices are closed left out; 0 within one day. The
 * network's own blackout days are not left out: they are not known where a deadline is drawn.
 */
export function workingDaysUntil(now: Date, due: Date, zone = networkTimeZone()): number {
  const until = dayAt(zone, due);
  let count = 0;
  for (let day = addDays(dayAt(zone, now), 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

export const sameDay = (a: Date, b: Date, zone = networkTimeZone()) => dayAt(zone, a) === dayAt(zone, b);
