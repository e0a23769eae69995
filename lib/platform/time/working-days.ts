/** Days are written as `2027-03-01`, in the coalition's own calendar. Nothing here knows an hour or a zone. */

const oneDay = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const write = (time: number) => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => write(at(day) + days * oneDay);

export const weekdayOf = (day: string) => new Date(at(day)).getUTCDay();

export const isWeekend = (day: string) => weekdayOf(day) % 6 === 0;

export const inYear = (year: number, monthAndDay: string) => `${String(year).padStart(4, "0")}-${monthAndDay}`;

/** The nth Monday on or after a day of the year. */
export function monday(year: number, monthAndDay: string, nth = 1): string {
  const first = inYear(year, monthAndDay);
  return addDays(first, ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7);
}

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const month = String(Math.floor(n / 31)).padStart(2, "0");
  return inYear(year, `${month}-${String((n % 31) + 1).padStart(2, "0")}`);
}

export const holidayNames = [
  "newYear",
  "goodFriday",
  "easterMonday",
  "victoriaDay",
  "quebecDay",
  "canadaDay",
  "civicHoliday",
  "labourDay",
  "truthAndReconciliation",
  "thanksgiving",
  "remembranceDay",
  "christmas",
  "boxingDay",
] as const;
export type HolidayName = (typeof holidayNames)[number];

/** `day` is when offices are closed; `of` the day that is kept, where a weekend moved it. */
type Holiday = { day: string; name: HolidayName; of: string };

/**
 * What else closes, and what a weekend does to a holiday: `next_working_day` closes the next weekday that is not a holiday itself,
 * as the Canada Labour Code has it; `as_dated` closes no other day, as where offices give the day some other way.
 */
export const weekendRules = ["next_working_day", "as_dated"] as const;
export type ClosingRule = { quebecDay: boolean; weekendRule: (typeof weekendRules)[number] };

/** Federal offices outside Quebec. */
export const federalRule: ClosingRule = { quebecDay: false, weekendRule: "next_working_day" };

/**
 * The general holidays of the Canada Labour Code, and the days on which federal offices are closed as well: Easter Monday, the first
 * Monday in August and, in Quebec, 24 June. The August Monday stays where 24 June is kept: a network works on both sides.
 */
function datesOf(year: number, { quebecDay }: ClosingRule): [HolidayName, string][] {
  const easter = easterOf(year);
  return [
    ["newYear", inYear(year, "01-01")],
    ["goodFriday", addDays(easter, -2)],
    ["easterMonday", addDays(easter, 1)],
    ["victoriaDay", monday(year, "05-18")],
    ...(quebecDay ? ([["quebecDay", inYear(year, "06-24")]] satisfies [HolidayName, string][]) : []),
    ["canadaDay", inYear(year, "07-01")],
    ["civicHoliday", monday(year, "08-01")],
    ["labourDay", monday(year, "09-01")],
    // Kept since 2021.
    ...(year >= 2021 ? ([["truthAndReconciliation", inYear(year, "09-30")]] satisfies [HolidayName, string][]) : []),
    ["thanksgiving", monday(year, "10-01", 2)],
    ["remembranceDay", inYear(year, "11-11")],
    ["christmas", inYear(year, "12-25")],
    ["boxingDay", inYear(year, "12-26")],
  ];
}

/** The days of a year, other than weekends, on which offices are closed. */
export function listClosingDays(year: number, rule: ClosingRule = federalRule): Holiday[] {
  const dates = datesOf(year, rule);
  const taken = new Set(dates.map(([, day]) => day).filter((day) => !isWeekend(day)));
  return dates
    .flatMap(([name, of]) => {
      if (!isWeekend(of)) return { day: of, name, of };
      if (rule.weekendRule === "as_dated") return [];
      let day = of;
      while (isWeekend(day) || taken.has(day)) day = addDays(day, 1);
      taken.add(day);
      return { day, name, of };
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

const closings = new Map<string, Map<string, Holiday>>();

/** The holiday that keeps offices closed on this day, if there is one. */
export function holidayOn(day: string, rule: ClosingRule = federalRule): Holiday | null {
  const key = `${day.slice(0, 4)} ${rule.quebecDay} ${rule.weekendRule}`;
  const known = closings.get(key) ?? new Map(listClosingDays(Number(day.slice(0, 4)), rule).map((it) => [it.day, it]));
  closings.set(key, known);
  return known.get(day) ?? null;
}

export const isWorkingDay = (day: string, rule: ClosingRule = federalRule) =>
  !isWeekend(day) && holidayOn(day, rule) === null;

/** A wait that began longer ago than this is not reckoned from its beginning any more, as far as rests are asked for. */
export const longestWait = 400;

/** Days on which the network rests, both ends included. */
export type BlackoutPeriod = { firstOn: string; lastOn: string };

/** When the network rests on this day, the day on which that ends. */
const blackoutEnd = (day: string, rests: readonly BlackoutPeriod[]) =>
  rests.find(({ firstOn, lastOn }) => firstOn <= day && day <= lastOn)?.lastOn;

/** This day, or the first working day after it on which the network does not rest. */
export function workingDayFrom(
  day: string,
  rests: readonly BlackoutPeriod[] = [],
  rule: ClosingRule = federalRule,
): string {
  let found = day;
  for (;;) {
    const until = blackoutEnd(found, rests);
    if (until === undefined && isWorkingDay(found, rule)) return found;
    found = addDays(until ?? found, 1);
  }
}

/** So many working days later. None is today, or the next working day where today is not one. */
export function addWorkingDays(
  day: string,
  days: number,
  rests: readonly BlackoutPeriod[] = [],
  rule: ClosingRule = federalRule,
): string {
  let found = workingDayFrom(day, rests, rule);
  for (let left = days; left > 0; left--) found = workingDayFrom(addDays(found, 1), rests, rule);
  return found;
}
