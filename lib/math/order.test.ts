import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { distanceBetween, orderBySimilarity, type Voice } from "./order";

const voice = fc.array(fc.constantFrom(1, 0.5, 0, -1, null), { minLength: 6, maxLength: 6 });

test("a line of voices is read from end to end", () => {
  const line: Voice[] = [
    [1, 1, 1],
    [-1, -1, -1],
    [1, 1, -1],
    [1, -1, -1],
  ];
  expect(orderBySimilarity(line)).toEqual([1, 3, 2, 0]);
});

test("what is not answered by both is not compared", () => {
  expect(distanceBetween([1, null, -1], [1, -1, null])).toBe(0);
  expect(distanceBetween([1, null], [null, 1])).toBeNull();
});

test("nobody is lost, and equal voices keep their order", () => {
  fc.assert(
    fc.property(fc.array(voice, { maxLength: 12 }), (voices) => {
      const order = orderBySimilarity(voices);
      expect([...order].sort((a, b) => a - b)).toEqual(voices.map((_, place) => place));
    }),
  );
  expect(orderBySimilarity([[1], [1], [1]])).toEqual([0, 1, 2]);
  expect(orderBySimilarity([])).toEqual([]);
});
