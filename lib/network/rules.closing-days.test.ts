import { expect, test } from "vitest";
import { addDays, federalRule } from "@/lib/platform/time/working-days";
import { fc } from "@/tests/support/fast-check";
import {
  closingKey,
  closingsByDay,
  closingsOfYear,
  compareClosings,
  countWeekdays,
  federalClosings,
  suggestClosings,
} from "./rules.closing-days";
import { type EnteredClosing, keepClosingDaysInput } from "./schema.closing-days";

const range = (firstOn: string, lastOn: string, more: Partial<EnteredClosing> = {}): EnteredClosing => ({
  ...{ kind: "blackout", firstOn, lastOn, name: { en: "Winter break", fr: "Congé d’hiver" }, provinces: [] },
  ...more,
});
const sitting = range("2027-02-15", "2027-02-19", {
  kind: "sitting",
  name: { en: "The House sits", fr: "La Chambre siège" },
});

test("in February 2027 Family Day closes five provinces and Louis Riel Day one, while the House sits", () => {
  const suggested = suggestClosings(2027, federalRule, []);
  const found = closingsByDay(["2027-02-15", "2027-02-16", "2027-02-20"], federalRule, [sitting, ...suggested]);
  const said = [...found].map(([day, it]) => [day, it.map(({ name, provinces }) => `${name.en} ${provinces.length}`)]);
  expect(said).toEqual([
    ["2027-02-15", ["Family Day 5", "Heritage Day 1", "Islander Day 1", "Louis Riel Day 1", "The House sits 0"]],
    ["2027-02-16", ["The House sits 0"]],
    ["2027-02-20", []],
  ]);
});

test("those who are asked hear of what closes where they are, and of what closes everybody", () => {
  const entered = [sitting, ...suggestClosings(2027, federalRule, [])];
  const namesIn = (day: string, provinces: string[]) =>
    closingsByDay([day], federalRule, entered, provinces)
      .get(day)
      ?.map(({ name }) => name.en);
  expect(namesIn("2027-02-15", ["ON", "QC"])).toEqual(["Family Day", "The House sits"]);
  expect(namesIn("2027-02-15", ["QC"])).toEqual(["The House sits"]);
  expect(namesIn("2027-07-01", ["NU"])).toEqual(["Canada Day"]);
  expect(namesIn("2027-08-02", ["QC"])).toEqual(["Civic Holiday"]);
});

test("24 June closes members in Quebec, and everybody where the network says so", () => {
  const on = (rule = federalRule, provinces?: string[]) =>
    closingsByDay(["2027-06-24"], rule, [], provinces)
      .get("2027-06-24")
      ?.map((it) => it.provinces);
  expect(on()).toEqual([["QC"]]);
  expect(on(federalRule, ["ON"])).toEqual([]);
  expect(on({ ...federalRule, quebecDay: true }, ["ON"])).toEqual([[]]);
});

test("a range that reaches over New Year belongs to both years, and each year begins with its holidays in order", () => {
  const winter = range("2026-12-21", "2027-01-04");
  for (const year of [2026, 2027]) {
    const found = closingsOfYear(year, federalRule, [winter, sitting]);
    expect(found).toContainEqual(winter);
    expect(found.map((it) => it.firstOn)).toEqual(found.map((it) => it.firstOn).sort());
    expect(found.filter(({ kind }) => kind === "federal")).toHaveLength(13);
  }
  expect(closingsOfYear(2028, federalRule, [winter, sitting])).toEqual(federalClosings(2028, federalRule));
});

test("a holiday is offered until it is entered, under whatever name, for all of its provinces", () => {
  const offered = suggestClosings(2027, federalRule, []);
  expect(offered).toHaveLength(12);
  expect(suggestClosings(2027, federalRule, offered)).toEqual([]);
  const family = offered.find(({ name }) => name.en === "Family Day");
  const names = (entered: EnteredClosing[]) => suggestClosings(2027, federalRule, entered).map(({ name }) => name.en);
  const some = range("2027-02-15", "2027-02-15", { kind: "provincial", provinces: ["ON", "BC"] });
  expect(names([some])).toContain("Family Day");
  expect(names([{ ...some, provinces: family?.provinces ?? [] }])).not.toContain("Family Day");
  expect(suggestClosings(2028, federalRule, offered)).toHaveLength(12);
});

const entry = fc
  .record({
    day: fc.integer({ min: 0, max: 8 }),
    length: fc.nat(2),
    kind: fc.constantFrom("blackout" as const, "sitting" as const),
  })
  .map(({ day, length, kind }) => {
    const firstOn = addDays("2027-03-01", day);
    return range(firstOn, addDays(firstOn, length), { kind });
  });

test("what is added and what is removed makes the new list of the old one, and what is in both is left alone", () => {
  fc.assert(
    fc.property(fc.array(entry), fc.array(entry), (before, after) => {
      const { added, removed } = compareClosings(before, after);
      const left = before.filter((it) => !removed.includes(it));
      const keys = (list: EnteredClosing[]) => [...new Set(list.map(closingKey))].sort();
      expect(keys([...left, ...added])).toEqual(keys(after));
      expect(compareClosings(before, [...before].reverse())).toEqual({ added: [], removed: [] });
      expect(keys(left).filter((key) => keys(added).includes(key))).toEqual([]);
    }),
  );
});

test("a day is closed by exactly the ranges that hold it", () => {
  fc.assert(
    fc.property(fc.array(entry), fc.integer({ min: 0, max: 12 }), (entered, at) => {
      const day = addDays("2027-03-01", at);
      const found = closingsByDay([day], federalRule, entered).get(day);
      expect(found).toHaveLength(entered.filter((it) => it.firstOn <= day && day <= it.lastOn).length);
    }),
  );
});

test("a week of sitting days has five weekdays, a fortnight ten", () => {
  expect(countWeekdays(sitting)).toBe(5);
  expect(countWeekdays(range("2027-02-15", "2027-02-28"))).toBe(10);
  expect(countWeekdays(range("2027-02-20", "2027-02-21"))).toBe(0);
});

test.each([
  ["days that end before they begin", { lastOn: "2027-02-14" }, ["lastOn"]],
  ["a day that is none", { firstOn: "2027-02-30" }, ["firstOn"]],
  ["a range of more than a year", { lastOn: "2028-02-16" }, ["lastOn"]],
  ["a year that nobody plans", { firstOn: "2006-12-31", lastOn: "2007-01-02" }, ["firstOn"]],
  ["a holiday of no province", { kind: "provincial" }, ["provinces"]],
  ["sitting weeks of a province", { provinces: ["ON"] }, ["provinces"]],
  ["a province that is none", { kind: "provincial", provinces: ["ZZ"] }, ["provinces", 0]],
  ["a federal holiday, which is there by itself", { kind: "federal" }, ["kind"]],
  ["a name in one language", { name: { en: "Only" } }, ["name", "fr"]],
  ["a name that turns what is read", { name: { en: "a\u202eb", fr: "x" } }, ["name", "en"]],
])("%s is refused with its field, before anything is done", (_, change, path) => {
  const parsed = keepClosingDaysInput.safeParse({ entered: [{ ...sitting, ...change }] });
  expect(parsed.error?.issues.map((it) => it.path)).toEqual([["entered", 0, ...path]]);
});
