import { expect, test } from "vitest";
import { cellAfter } from "./grid-steps";

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const widths = [14, 14, 13];
const rows = { count: widths.length, widthOf: (row: number) => widths[row] ?? 0 };
const step = (key: string, row: number, column: number, ctrlKey = false) =>
  cellAfter({ ...plain, key, ctrlKey }, { row, column }, rows);

test("arrows move one cell and stop at the edges", () => {
  expect(step("ArrowRight", 0, 0)).toEqual({ row: 0, column: 1 });
  expect(step("ArrowLeft", 0, 0)).toEqual({ row: 0, column: 0 });
  expect(step("ArrowDown", 1, 13)).toEqual({ row: 2, column: 12 });
  expect(step("ArrowUp", 0, 5)).toEqual({ row: 0, column: 5 });
});

test("Home and End go to the ends of the row, with Ctrl to the ends of the grid", () => {
  expect(step("End", 0, 3)).toEqual({ row: 0, column: 13 });
  expect(step("Home", 1, 3)).toEqual({ row: 1, column: 0 });
  expect(step("End", 0, 3, true)).toEqual({ row: 2, column: 12 });
  expect(step("Home", 2, 3, true)).toEqual({ row: 0, column: 0 });
});

test("other keys, and the browser's own shortcuts, are left alone", () => {
  expect(step("Enter", 0, 0)).toBeNull();
  expect(cellAfter({ ...plain, key: "ArrowLeft", altKey: true }, { row: 0, column: 1 }, rows)).toBeNull();
});
