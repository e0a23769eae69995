import { expect, test } from "vitest";
import { paginate } from "./pagination";

test("a cursor leads to the rest, and the last page leads nowhere", () => {
  const first = paginate([1, 2, 3], { limit: 2 });
  expect(first).toMatchObject({ items: [1, 2], total: 3 });
  expect(paginate([1, 2, 3], { limit: 2, cursor: first.nextCursor ?? "" })).toEqual({
    items: [3],
    nextCursor: null,
    total: 3,
  });
});
