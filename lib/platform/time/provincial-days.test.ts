import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { provincialDayNames } from "./holiday-names";
import { listProvincialDays, type ProvincialDayName } from "./provincial-days";
import { addDays, federalRule, holidayOn, weekdayOf } from "./working-days";

const asDated = { weekendRule: "as_dated" } as const;
const dayOf = (name: ProvincialDayName, year: number) =>
  listProvincialDays(year, federalRule).find((it) => it.name === name)?.day;

test.each<[ProvincialDayName, string[]]>([
  ["familyDay", ["2019-02-18", "2022-02-21", "2025-02-17", "2026-02-16", "2027-02-15"]],
  ["louisRielDay", ["2020-02-17", "2025-02-17", "2026-02-16", "2027-02-15"]],
  ["islanderDay", ["2021-02-15", "2025-02-17", "2026-02-16", "2027-02-15"]],
  ["novaScotiaHeritageDay", ["2023-02-20", "2025-02-17", "2026-02-16", "2027-02-15"]],
  [
    "yukonHeritageDay",
    ["2019-02-22", "2020-02-21", "2021-02-26", "2022-02-25", "2025-02-21", "2026-02-20", "2027-02-26"],
  ],
  ["saintPatricksDay", ["2020-03-16", "2022-03-14", "2025-03-17", "2026-03-16", "2027-03-15"]],
  ["saintGeorgesDay", ["2020-04-20", "2022-04-25", "2023-04-24", "2025-04-21", "2026-04-20", "2027-04-26"]],
  ["indigenousPeoplesDay", ["2022-06-21", "2024-06-21", "2027-06-21"]],
  ["juneDay", ["2020-06-22", "2022-06-27", "2023-06-26", "2025-06-23", "2026-06-22", "2027-06-21"]],
  ["nunavutDay", ["2025-07-09", "2026-07-09", "2027-07-09"]],
  ["orangemensDay", ["2020-07-13", "2022-07-11", "2023-07-10", "2025-07-14", "2026-07-13", "2027-07-12"]],
  ["discoveryDay", ["2020-08-17", "2022-08-15", "2025-08-18", "2026-08-17", "2027-08-16"]],
])("%s falls on the days that were published", (name, days) => {
  expect(days.map((it) => dayOf(name, Number(it.slice(0, 4))))).toEqual(days);
});

test("Family Day closes five provinces, and the third Monday in February has another name in three more", () => {
  const found = listProvincialDays(2027, federalRule).filter(({ day }) => day === "2027-02-15");
  expect(found.map(({ name, provinces }) => [provincialDayNames[name].en, provinces.join(" ")])).toEqual([
    ["Family Day", "AB BC NB ON SK"],
    ["Islander Day", "PE"],
    ["Louis Riel Day", "MB"],
    ["Heritage Day", "NS"],
  ]);
});

test("a day that falls on a weekend is kept the Monday after, or not at all where offices give it some other way", () => {
  // 21 June 2026 is a Sunday, 9 July 2028 one as well.
  expect(dayOf("indigenousPeoplesDay", 2026)).toBe("2026-06-22");
  expect(dayOf("nunavutDay", 2028)).toBe("2028-07-10");
  expect(listProvincialDays(2026, asDated).map(({ name }) => name)).not.toContain("indigenousPeoplesDay");
  expect(listProvincialDays(2027, asDated)).toEqual(listProvincialDays(2027, federalRule));
});

test("in every year all of them are on weekdays, in order, near the day they are named for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2019, max: 2100 }), (year) => {
      const days = listProvincialDays(year, federalRule);
      expect(days).toHaveLength(Object.keys(provincialDayNames).length);
      expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
      for (const { day } of days) expect(weekdayOf(day) % 6).not.toBe(0);
      const near = (name: ProvincialDayName, monthAndDay: string) =>
        Math.abs(Date.parse(dayOf(name, year) ?? "") - Date.parse(`${year}-${monthAndDay}`)) / 86_400_000;
      for (const [name, monthAndDay] of [
        ["saintPatricksDay", "03-17"],
        ["saintGeorgesDay", "04-23"],
        ["juneDay", "06-24"],
        ["orangemensDay", "07-12"],
      ] as const)
        expect(near(name, monthAndDay)).toBeLessThanOrEqual(3);
      const heritage = dayOf("yukonHeritageDay", year) ?? "";
      expect([addDays(heritage, 2).slice(5, 7), addDays(heritage, 9).slice(5, 7)]).toEqual(["02", "03"]);
    }),
  );
});

test("none of them is a day on which federal offices close anyway, but for Easter Monday in Newfoundland and Labrador", () => {
  const both = Array.from({ length: 80 }, (_, at) => 2020 + at).flatMap((year) =>
    listProvincialDays(year, federalRule).flatMap(({ day, name }) => {
      const holiday = holidayOn(day);
      return holiday ? [`${name} ${holiday.name}`] : [];
    }),
  );
  expect([...new Set(both)]).toEqual(["saintGeorgesDay easterMonday"]);
});
