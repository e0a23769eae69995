import { expect, test } from "vitest";
import { toSlice } from "./list";

test("a cursor leads to the rest, and the last page leads nowhere", () => {
  const first = toSlice([1, 2, 3], { limit: 2 });
  expect(first).toMatchObject({ items: [1, 2], total: 3 });
  expect(toSlice([1, 2, 3], { limit: 2, cursor: first.nextCursor ?? "" })).toEqual({
    items: [3],
    nextCursor: null,
    total: 3,
  });
});
