import { holidayNames, provincialDayNames } from "@/lib/platform/time/holiday-names";
import { listProvincialDays } from "@/lib/platform/time/provincial-days";
import { addDays, type ClosingRule, listClosingDays } from "@/lib/platform/time/working-days";
import { closingKinds } from "./constants";
import type { Closing, EnteredClosing } from "./schema.closing-days";

type Code = Closing["provinces"][number];

/**
 * What federal offices keep in a year, the first Monday in August among it. 24 June closes offices in Quebec, and everywhere where the
 * network says so.
 */
export function federalClosings(year: number, rule: ClosingRule): Closing[] {
  return listClosingDays(year, { ...rule, quebecDay: true }).map(({ day, name }) => ({
    kind: "federal",
    ...{ firstOn: day, lastOn: day, name: holidayNames[name] },
    provinces: name === "quebecDay" && !rule.quebecDay ? ["QC"] : [],
  }));
}

/** The holidays of provinces in a year, as they would be entered. */
const provincialClosings = (year: number, rule: ClosingRule): EnteredClosing[] =>
  listProvincialDays(year, rule).map(({ day, name, provinces }) => ({
    kind: "provincial",
    ...{ firstOn: day, lastOn: day, name: provincialDayNames[name] },
    provinces: [...provinces] as Code[],
  }));

/** Those that the network has not entered: none is offered whose day its provinces have already, under whatever name. */
export const suggestClosings = (year: number, rule: ClosingRule, entered: readonly EnteredClosing[]) =>
  provincialClosings(year, rule).filter(
    ({ firstOn, provinces }) =>
      !entered.some(
        (it) =>
          it.kind === "provincial" &&
          includesDay(it, firstOn) &&
          provinces.every((code) => it.provinces.includes(code)),
      ),
  );

const includesDay = ({ firstOn, lastOn }: Pick<Closing, "firstOn" | "lastOn">, day: string) =>
  firstOn <= day && day <= lastOn;

/** Whether it closes anybody in these provinces; with none given, anybody at all. */
const concerns = ({ provinces: holds }: Closing, provinces: readonly string[] | undefined) =>
  holds.length === 0 || !provinces || holds.some((code) => provinces.includes(code));

const orderOf = ({ kind }: Closing) => closingKinds.indexOf(kind);

/** By day, then federal holidays before what was entered. */
export const inCalendarOrder = <C extends Closing>(closings: readonly C[]): C[] =>
  [...closings].sort(
    (a, b) =>
      a.firstOn.localeCompare(b.firstOn) ||
      orderOf(a) - orderOf(b) ||
      a.lastOn.localeCompare(b.lastOn) ||
      a.name.en.localeCompare(b.name.en),
  );

/** A range that reaches into a year belongs to it. */
export const reachesInto =
  (year: number) =>
  ({ firstOn, lastOn }: Pick<Closing, "firstOn" | "lastOn">) =>
    Number(firstOn.slice(0, 4)) <= year && year <= Number(lastOn.slice(0, 4));

/** Everything that closes in a year, day by day. */
export const closingsOfYear = (year: number, rule: ClosingRule, entered: readonly EnteredClosing[]): Closing[] =>
  inCalendarOrder([...federalClosings(year, rule), ...entered.filter(reachesInto(year))]);

/** For each of these days what closes it and where, most general first; a day that nothing closes has none. */
export function closingsByDay(
  days: readonly string[],
  rule: ClosingRule,
  entered: readonly EnteredClosing[],
  provinces?: readonly string[],
): Map<string, Closing[]> {
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))];
  const all = [...years.flatMap((year) => federalClosings(year, rule)), ...entered].filter((it) =>
    concerns(it, provinces),
  );
  const found = (day: string) =>
    all
      .filter((it) => includesDay(it, day))
      .sort((a, b) => orderOf(a) - orderOf(b) || a.name.en.localeCompare(b.name.en));
  return new Map(days.map((day) => [day, found(day)]));
}

/** One entry in one form of words: the same days under the same name are the same entry. */
export const closingKey = ({ kind, firstOn, lastOn, name, provinces }: EnteredClosing) =>
  JSON.stringify([kind, firstOn, lastOn, name.en, name.fr, [...provinces].sort()]);

/** What a new list adds to an old one, and what it leaves out. An entry that is there twice is kept once. */
export function compareClosings<Kept extends EnteredClosing>(
  before: readonly Kept[],
  after: readonly EnteredClosing[],
) {
  const wanted = new Map(after.map((it) => [closingKey(it), it]));
  const there = new Set(before.map(closingKey));
  const removed = before.filter((it) => !wanted.has(closingKey(it)));
  const added = [...wanted].flatMap(([key, it]) => (there.has(key) ? [] : [it]));
  return { added, removed };
}

/** How many weekdays a range holds: a week of sitting days is five. */
export function countWeekdays({ firstOn, lastOn }: Pick<Closing, "firstOn" | "lastOn">): number {
  let count = 0;
  for (let day = firstOn; day <= lastOn; day = addDays(day, 1))
    if (new Date(`${day}T00:00:00Z`).getUTCDay() % 6) count++;
  return count;
}
