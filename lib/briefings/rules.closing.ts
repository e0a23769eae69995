import { holidayNames } from "@/lib/platform/time/holiday-names";
import { addDays, type ClosingRule, holidayOn } from "@/lib/platform/time/working-days";

type Pair = { en: string; fr: string };
export type ClosingKind = "federal" | "quebec" | "blackout" | "provincial" | "caretaker" | "sitting";
export type Closing = { kind: ClosingKind; name: Pair };

/** Days that the network entered, both ends included; everywhere where no province is named. */
export type EnteredDays = {
  kind: ClosingKind;
  firstOn: string;
  lastOn: string;
  provinces: readonly string[];
  name: Pair;
};

type Calendar = { rule: ClosingRule; entered: readonly EnteredDays[]; provinces: readonly string[] };

function holidaysOn(day: string, { rule, provinces }: Calendar): Closing[] {
  // 24 June closes for members in Quebec, whether or not the network's own deadlines go round it.
  const holiday = holidayOn(day, { ...rule, quebecDay: rule.quebecDay || provinces.includes("QC") });
  if (!holiday) return [];
  return [{ kind: holiday.name === "quebecDay" ? "quebec" : "federal", name: holidayNames[holiday.name] }];
}

/** Why a date is difficult for some of those who are asked: each reason once, in the order of the days. */
export function listClosings(days: { first: string; last: string }, calendar: Calendar): Closing[] {
  const found = new Map<string, Closing>();
  for (let day = days.first; day <= days.last; day = addDays(day, 1)) {
    const entered = calendar.entered.filter(
      ({ firstOn, lastOn, provinces }) =>
        firstOn <= day &&
        day <= lastOn &&
        (provinces.length === 0 || provinces.some((it) => calendar.provinces.includes(it))),
    );
    for (const it of [...holidaysOn(day, calendar), ...entered])
      found.set(`${it.kind} ${it.name.en}`, { kind: it.kind, name: it.name });
  }
  return [...found.values()];
}
