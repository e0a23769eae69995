import { expect, test } from "vitest";
import { rowAfter } from "./palette-steps";

const press = (key: string, held: Partial<Record<"shiftKey" | "altKey" | "ctrlKey" | "metaKey", boolean>> = {}) => ({
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  key,
  ...held,
});

test.each([
  ["ArrowDown", 0, 3, 1],
  ["ArrowDown", 2, 3, 0],
  ["ArrowUp", 0, 3, 2],
  ["Home", 2, 3, 0],
  ["End", 0, 3, 2],
  ["ArrowLeft", 1, 3, null],
  ["ArrowDown", 0, 0, null],
])("%s from row %i of %i leads to %j", (key, at, count, to) => {
  expect(rowAfter(press(key), at, count)).toBe(to);
});

test("with another key held, the field keeps its own", () => {
  expect(rowAfter(press("Home", { shiftKey: true }), 2, 3)).toBeNull();
  expect(rowAfter(press("ArrowUp", { altKey: true }), 2, 3)).toBeNull();
});
