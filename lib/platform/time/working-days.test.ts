import { describe, expect, it, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { holidayNames } from "./holiday-names";
import {
  addDays,
  addWorkingDays,
  easterOf,
  federalRule,
  holidayOn,
  isWorkingDay,
  listClosingDays,
  workingDayFrom,
} from "./working-days";

const day = fc
  .date({ min: new Date("2007-01-01"), max: new Date("2099-12-01"), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));

test("Easter falls where almanacs say", () => {
  const known: Record<number, string> = {
    1818: "1818-03-22",
    1943: "1943-04-25",
    2000: "2000-04-23",
    2007: "2007-04-08",
    2008: "2008-03-23",
    2024: "2024-03-31",
    2025: "2025-04-20",
    2026: "2026-04-05",
    2027: "2027-03-28",
    2038: "2038-04-25",
    2285: "2285-03-22",
  };
  for (const [year, date] of Object.entries(known)) expect([year, easterOf(Number(year))]).toEqual([year, date]);
});

describe("federal holidays", () => {
  const daysOf = (year: number) => listClosingDays(year).map((it) => it.day);

  it("are those of the calendar of a year without substitutions", () => {
    expect(daysOf(2026)).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-18",
      "2026-07-01",
      "2026-08-03",
      "2026-09-07",
      "2026-09-30",
      "2026-10-12",
      "2026-11-11",
      "2026-12-25",
      "2026-12-28",
    ]);
  });

  it("are those that the federal government published for 2025, in both languages", () => {
    // Public holidays, as the Canada Revenue Agency lists them; 24 June for Quebec alone.
    const published = [
      ["2025-01-01", "New Year’s Day", "Jour de l’An"],
      ["2025-04-18", "Good Friday", "Vendredi saint"],
      ["2025-04-21", "Easter Monday", "Lundi de Pâques"],
      ["2025-05-19", "Victoria Day", "Fête de Victoria"],
      ["2025-06-24", "Saint-Jean-Baptiste Day (Quebec)", "Fête nationale du Québec"],
      ["2025-07-01", "Canada Day", "Fête du Canada"],
      ["2025-08-04", "Civic Holiday", "Congé civique"],
      ["2025-09-01", "Labour Day", "Fête du Travail"],
      [
        "2025-09-30",
        "National Day for Truth and Reconciliation",
        "Journée nationale de la vérité et de la réconciliation",
      ],
      ["2025-10-13", "Thanksgiving Day", "Action de grâce"],
      ["2025-11-11", "Remembrance Day", "Jour du Souvenir"],
      ["2025-12-25", "Christmas Day", "Noël"],
      ["2025-12-26", "Boxing Day", "Lendemain de Noël"],
    ];
    const listed = (quebecDay: boolean) =>
      listClosingDays(2025, { ...federalRule, quebecDay }).map(({ day, name }) => [
        day,
        holidayNames[name].en,
        holidayNames[name].fr,
      ]);
    expect(listed(true)).toEqual(published);
    expect(listed(false)).toEqual(published.filter(([day]) => day !== "2025-06-24"));
  });

  it("close no other day for one on a weekend, where that is the rule", () => {
    const asDated = { ...federalRule, weekendRule: "as_dated" } as const;
    expect(holidayOn("2026-12-28")?.name).toBe("boxingDay");
    expect(holidayOn("2026-12-28", asDated)).toBeNull();
    expect(addWorkingDays("2026-12-24", 1, [], asDated)).toBe("2026-12-28");
    expect(addWorkingDays("2026-12-24", 1)).toBe("2026-12-29");
    // 24 June 2028 is a Saturday.
    const quebec = { ...federalRule, quebecDay: true };
    expect(listClosingDays(2028, quebec).find(({ name }) => name === "quebecDay")?.day).toBe("2028-06-26");
    expect(listClosingDays(2028, { ...quebec, weekendRule: "as_dated" }).map(({ name }) => name)).not.toContain(
      "quebecDay",
    );
  });

  it("move from a weekend to the weekdays after it, Christmas and Boxing Day to two of them", () => {
    const keptOf = (year: number) => Object.fromEntries(listClosingDays(year).map(({ of, day }) => [of.slice(5), day]));
    // Saturday and Sunday.
    expect(keptOf(2021)).toMatchObject({ "12-25": "2021-12-27", "12-26": "2021-12-28" });
    // Sunday and Monday: Boxing Day stays, Christmas is kept after it.
    expect(keptOf(2022)).toMatchObject({ "01-01": "2022-01-03", "12-25": "2022-12-27", "12-26": "2022-12-26" });
    expect(keptOf(2023)).toMatchObject({ "07-01": "2023-07-03", "09-30": "2023-10-02", "11-11": "2023-11-13" });
    expect(keptOf(2028)).toMatchObject({ "01-01": "2028-01-03", "09-30": "2028-10-02", "11-11": "2028-11-13" });
  });

  it("know the National Day for Truth and Reconciliation since 2021, and not before", () => {
    expect(holidayOn("2020-09-30")).toBeNull();
    expect(holidayOn("2021-09-30")?.name).toBe("truthAndReconciliation");
  });

  it("put Victoria Day on the Monday before 25 May, even when that day is a Monday itself", () => {
    expect(holidayOn("2026-05-18")?.name).toBe("victoriaDay");
    expect(holidayOn("2020-05-18")?.name).toBe("victoriaDay");
    expect(holidayOn("2025-05-19")?.name).toBe("victoriaDay");
  });

  it("are different weekdays, as many in every year", () => {
    for (let year = 2021; year < 2200; year++) {
      const days = daysOf(year);
      expect(new Set(days).size).toBe(12);
      expect(days.every((it) => ![0, 6].includes(new Date(`${it}T00:00:00Z`).getUTCDay()))).toBe(true);
    }
  });
});

describe("working days", () => {
  it("skip a weekend and a holiday in one step", () => {
    expect(addWorkingDays("2026-04-02", 1)).toBe("2026-04-07");
    expect(addWorkingDays("2026-12-24", 1)).toBe("2026-12-29");
    expect(addWorkingDays("2026-12-31", 2)).toBe("2027-01-05");
  });

  it("begin with the next one, where the day is none", () => {
    expect(workingDayFrom("2026-11-21")).toBe("2026-11-23");
    expect(addWorkingDays("2026-11-21", 0)).toBe("2026-11-23");
    expect(addWorkingDays("2026-11-21", 5)).toBe("2026-11-30");
  });

  it("are counted one by one, whatever lies between", () => {
    fc.assert(
      fc.property(day, fc.nat(60), (from, days) => {
        const until = addWorkingDays(from, days);
        expect(isWorkingDay(until)).toBe(true);
        let counted = 0;
        for (let it = addDays(workingDayFrom(from), 1); it <= until; it = addDays(it, 1))
          if (isWorkingDay(it)) counted++;
        expect(counted).toBe(days);
      }),
    );
  });

  it("go round the days on which a network rests, both ends included, however rests overlap", () => {
    const winter = { firstOn: "2026-12-21", lastOn: "2027-01-04" };
    expect(addWorkingDays("2026-12-18", 1, [winter])).toBe("2027-01-05");
    expect(addWorkingDays("2026-12-22", 0, [winter])).toBe("2027-01-05");
    const rest = fc.tuple(day, fc.nat(40)).map(([firstOn, days]) => ({ firstOn, lastOn: addDays(firstOn, days) }));
    fc.assert(
      fc.property(day, fc.nat(20), fc.array(rest, { maxLength: 4 }), (from, days, rests) => {
        const off = (it: string) => rests.some(({ firstOn, lastOn }) => firstOn <= it && it <= lastOn);
        const until = addWorkingDays(from, days, rests);
        expect(isWorkingDay(until) && !off(until)).toBe(true);
        let counted = 0;
        for (let it = addDays(workingDayFrom(from, rests), 1); it <= until; it = addDays(it, 1))
          if (isWorkingDay(it) && !off(it)) counted++;
        expect(counted).toBe(days);
      }),
    );
  });
});
