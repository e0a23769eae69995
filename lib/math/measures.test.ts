import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { agreementA, consensus, ordinalAlpha } from "./measures";

test("agreement is 1 in consensus, 0 where all answers are as frequent, −1 between the two ends, and as published between", () => {
  for (const categories of [2, 3, 4, 5, 7]) {
    const none = new Array<number>(categories).fill(0);
    expect(agreementA(none.with(1, 9))).toBeCloseTo(1, 12);
    expect(agreementA(none.map(() => 4))).toBeCloseTo(0, 12);
    if (categories > 2) expect(agreementA(none.with(0, 6).with(-1, 6))).toBeCloseTo(-1, 12);
  }
  expect(agreementA([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.6113333, 7);
  expect(agreementA([0, 0, 0])).toBeNull();
});

test("consensus is 1 where all agree and 0 between the two ends", () => {
  expect(consensus([0, 7, 0, 0])).toBe(1);
  expect(consensus([5, 0, 0, 5])).toBe(0);
  expect(consensus([1, 1, 1, 1, 1])).toBeCloseTo(0.433985, 6);
  expect(consensus([0, 0])).toBeNull();
});

test("both stay in their bounds, and the direction of the scale says nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 7 }), (frequencies) => {
      const [a, c] = [agreementA(frequencies), consensus(frequencies)];
      if (a === null || c === null) return frequencies.every((it) => it === 0);
      expect(a).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(a).toBeLessThanOrEqual(1 + 1e-12);
      expect(agreementA(frequencies.toReversed())).toBeCloseTo(a, 9);
      expect(consensus(frequencies.toReversed())).toBeCloseTo(c, 9);
      return true;
    }),
  );
});

test("ordinal α is that of Krippendorff's own example, with its gaps", () => {
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
  ];
  const units = Array.from({ length: 12 }, (_, unit) =>
    [1, 2, 3, 4, 5].map((value) => observers.filter((it) => it[unit] === value).length),
  );
  expect(ordinalAlpha(units)).toBeCloseTo(0.815, 3);
});

test("α is 1 where nobody ever differs on different answers, and says nothing where there is nothing to compare", () => {
  expect(
    ordinalAlpha([
      [3, 0, 0],
      [0, 0, 3],
    ]),
  ).toBe(1);
  expect(ordinalAlpha([[4, 0, 0]])).toBeNull();
  expect(
    ordinalAlpha([
      [1, 0, 0],
      [0, 1, 0],
    ]),
  ).toBeNull();
  expect(ordinalAlpha([])).toBeNull();
});
