import { expect, test } from "vitest";
import { isSameValues, parseSaved, toStored } from "./saved-values";

const initial = { stance: null, reasons: "", visibility: "network" };

test("what was typed comes back with its time and the version it was typed over", () => {
  const typed = { values: { stance: "support", reasons: "Because", visibility: "public" }, at: "2026-03-01T10:00:00Z" };
  expect(parseSaved(JSON.stringify({ ...typed, version: 4 }), initial)).toEqual({ ...typed, version: 4 });
  expect(parseSaved(JSON.stringify({ ...typed, version: null }), initial)?.version).toBeNull();
  expect(parseSaved(JSON.stringify(typed), initial)?.version).toBeUndefined();
});

test("the bare values that an older page stored are restored too", () => {
  expect(parseSaved(JSON.stringify({ reasons: "Half a sen" }), initial)).toEqual({
    values: { ...initial, reasons: "Half a sen" },
    at: null,
    version: undefined,
  });
});

test("a field that the stored copy does not know keeps its initial value", () => {
  expect(parseSaved(JSON.stringify({ values: { reasons: "x" }, at: "" }), initial)?.values).toEqual({
    ...initial,
    reasons: "x",
  });
});

test("nothing is restored from what equals the initial values, is no object or is no JSON", () => {
  for (const stored of [null, "null", "7", '"text"', "{", JSON.stringify({ values: initial, at: "" })])
    expect(parseSaved(stored, initial)).toBeNull();
});

test("values that are no text are dropped, since anything can stand in a browser's storage", () => {
  expect(parseSaved(JSON.stringify({ values: { reasons: "x", visibility: { a: 1 } }, at: 3 }), initial)).toEqual({
    values: { ...initial, reasons: "x" },
    at: null,
    version: undefined,
  });
});

test("values are the same only where every field is", () => {
  expect(isSameValues(initial, { ...initial })).toBe(true);
  expect(isSameValues(initial, { ...initial, stance: "support" })).toBe(false);
  expect(isSameValues(initial, { ...initial, note: "" })).toBe(false);
});

test("what was typed over one version is stored over the next one without another letter, and not where it says the same", () => {
  const [mine, theirs] = [{ text: "Mine." }, { text: "Theirs." }];
  const kept = { at: "2026-12-01T00:00:00.000Z", version: 2 };
  expect(toStored(mine, theirs, kept)).toEqual({ values: mine, ...kept });
  expect(parseSaved(JSON.stringify(toStored(mine, theirs, kept)), theirs)).toEqual({ values: mine, ...kept });
  expect(toStored(theirs, theirs, kept)).toBeNull();
});
