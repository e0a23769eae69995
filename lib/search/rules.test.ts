import { expect, test } from "vitest";
import { rank, share } from "./rules";

const item = (en: string, fr: string, note: string | null = null) => ({ title: { en, fr }, href: "/", note });

test("what bears the words in its title comes before what speaks of them, each in its own order", () => {
  const items = [
    item("Arms", "Armes"),
    item("Famine", "Famine"),
    item("Refuge", "Évacuer"),
    item("Law", "Droit", "E1"),
  ];
  const titles = (q: string) => rank(q, items).items.map(({ title }) => title.en);
  expect(titles("evacuer")).toEqual(["Refuge", "Arms", "Famine", "Law"]);
  expect(titles("e1")).toEqual(["Law", "Arms", "Famine", "Refuge"]);
  expect(rank("fa", items).named).toBe(1);
});

test.each([
  [8, [1, 0, 40, 3], [1, 0, 4, 3]],
  [8, [2, 1], [2, 1]],
  [2, [5, 5, 5], [1, 1, 0]],
  [0, [5], [0]],
  [3, [], []],
])("%i rows among %j are %j", (rows, wanted, given) => {
  expect(share(rows, wanted)).toEqual(given);
});
