import { addDays, type ClosingRule, inYear, isWeekend, monday, weekdayOf } from "./working-days";

/**
 * The days on which one province or territory closes and federal offices do not. Days on which both close, such as the first Monday
 * in August under its many names, are in `listClosingDays`, and so is 24 June.
 */
type ProvincialRule = { provinces: readonly string[]; dayOf: (year: number) => string };

const thirdMondayOfFebruary = (year: number) => monday(year, "02-01", 3);

/** The Friday before the last Sunday in February. */
function fridayOfLastWeekend(year: number): string {
  const last = addDays(inYear(year, "03-01"), -1);
  return addDays(last, -weekdayOf(last) - 2);
}

/** The Monday nearest to a day of the year: at most three days from it. */
const nearestMonday = (monthAndDay: string) => (year: number) => {
  const earliest = addDays(inYear(year, monthAndDay), -3);
  return monday(year, earliest.slice(5));
};

const rules = {
  familyDay: { provinces: ["AB", "BC", "NB", "ON", "SK"], dayOf: thirdMondayOfFebruary },
  louisRielDay: { provinces: ["MB"], dayOf: thirdMondayOfFebruary },
  islanderDay: { provinces: ["PE"], dayOf: thirdMondayOfFebruary },
  novaScotiaHeritageDay: { provinces: ["NS"], dayOf: thirdMondayOfFebruary },
  yukonHeritageDay: { provinces: ["YT"], dayOf: fridayOfLastWeekend },
  // In Newfoundland and Labrador: days of its government, which other employers may keep.
  saintPatricksDay: { provinces: ["NL"], dayOf: nearestMonday("03-17") },
  saintGeorgesDay: { provinces: ["NL"], dayOf: nearestMonday("04-23") },
  indigenousPeoplesDay: { provinces: ["NT", "YT"], dayOf: (year) => inYear(year, "06-21") },
  juneDay: { provinces: ["NL"], dayOf: nearestMonday("06-24") },
  nunavutDay: { provinces: ["NU"], dayOf: (year) => inYear(year, "07-09") },
  orangemensDay: { provinces: ["NL"], dayOf: nearestMonday("07-12") },
  discoveryDay: { provinces: ["YT"], dayOf: (year) => monday(year, "08-01", 3) },
} satisfies Record<string, ProvincialRule>;

export type ProvincialDayName = keyof typeof rules;
type ProvincialDay = { day: string; name: ProvincialDayName; provinces: readonly string[] };

const mondayAfter = (day: string) => (isWeekend(day) ? addDays(day, (8 - weekdayOf(day)) % 7) : day);

/**
 * The holidays of provinces and territories in a year, by the rules that stand since 2019. One on a weekend is kept the Monday after
 * where that is the network's rule, and not at all where it is not.
 */
export function listProvincialDays(year: number, { weekendRule }: Pick<ClosingRule, "weekendRule">): ProvincialDay[] {
  return (Object.keys(rules) as ProvincialDayName[])
    .map((name) => ({ name, provinces: rules[name].provinces, day: rules[name].dayOf(year) }))
    .map((it) => (weekendRule === "next_working_day" ? { ...it, day: mondayAfter(it.day) } : it))
    .filter(({ day }) => !isWeekend(day))
    .sort((a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name));
}
