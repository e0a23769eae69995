import { expect, test } from "vitest";
import { mergeAgendas } from "@/lib/briefings/rules.agenda-merge";
import { fc } from "@/tests/support/fast-check";
import {
  type DeskItem,
  fieldOnDesk,
  isSameDeskItem,
  isSameList,
  minutesOf,
  newDeskItem,
  readItems,
  toItemInput,
  valuesOfItems,
} from "./agenda-values";

const text = fc.string({ maxLength: 12 });
const deskItem: fc.Arbitrary<DeskItem> = fc.record({
  ...{ id: fc.uuid(), kind: fc.constantFrom("free" as const, "recommendation" as const, "approval" as const) },
  ...{ about: text, mark: text, thing: text, titleEn: text, titleFr: text, whyEn: text, whyFr: text },
  ...{ minutes: text, lead: text, attribution: text, raises: text, answers: text },
});

test("what is kept on a device is read again as it was, half a word included", () => {
  fc.assert(
    fc.property(fc.array(deskItem), (items) => {
      const { items: kept, base } = valuesOfItems(items);
      expect(readItems(kept)).toEqual(items);
      expect(base).toBe(kept);
      expect(isSameList(readItems(kept), items)).toBe(true);
    }),
  );
});

test("what an older page, or somebody else, left there is no item and breaks nothing", () => {
  for (const left of ["", "null", "{", "[1,null,{}]", '[{"id":1}]', '{"id":"a"}']) expect(readItems(left)).toEqual([]);
});

test("what a thing is called by now is nobody's change to the agenda", () => {
  const item = newDeskItem({ kind: "recommendation", about: "G2", mark: "G2", thing: "Field monitoring" });
  const renamed = { ...item, thing: "Suivi sur le terrain" };
  expect(isSameDeskItem(item, renamed)).toBe(true);
  const merged = mergeAgendas({ base: [item], theirs: [renamed], mine: [item], same: isSameDeskItem });
  expect(merged).toMatchObject({ conflicts: [], byThem: [], byMe: [] });
  expect(isSameDeskItem(item, { ...item, minutes: "20" })).toBe(false);
});

test("an item is sent with the languages that are written, and nothing is taken for no minutes", () => {
  const item = newDeskItem({ kind: "free", titleFr: " La date ", minutes: "20", answers: "red-cedar kettle-rapids" });
  expect(toItemInput(item)).toEqual({
    ...{ id: item.id, kind: "free", title: { fr: "La date" }, why: {}, minutes: 20, lead: null, attribution: null },
    ...{ raises: null, answers: ["red-cedar", "kettle-rapids"] },
  });
  expect(toItemInput({ ...item, minutes: " " }).minutes).toBeNaN();
  expect(["", "x", "-4", "7.9"].map((minutes) => minutesOf({ ...item, minutes }))).toEqual([0, 0, 0, 7]);
});

test("a mistake that the API names by its place is shown at the item", () => {
  const items = [newDeskItem({ kind: "free" }), newDeskItem({ kind: "free" })];
  expect(fieldOnDesk("items.1.title.en", items)).toBe(`${items[1]?.id}.title.en`);
  expect(fieldOnDesk("items.1", items)).toBe(`${items[1]?.id}.title`);
  expect(["items.9.title", "items"].map((field) => fieldOnDesk(field, items))).toEqual(["items.9.title", "items"]);
});
