import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { compareRanks } from "./statistics";

test("ranks of two samples are compared as textbooks do: with ties, and to the same chance from either side", () => {
  // Six tortoises and six hares: their hare lost by 25 pairs of 36.
  const { chance, z, p } = compareRanks([1, 7, 8, 9, 10, 11], [2, 3, 4, 5, 6, 12]);
  expect([chance, Number(z.toFixed(3)), Number(p.toFixed(3))]).toEqual([25 / 36, 1.121, 0.262]);
  const value = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [ahead, behind] = [compareRanks(one, other), compareRanks(other, one)];
      expect(ahead.chance + behind.chance).toBeCloseTo(1);
      expect(ahead.p).toBeCloseTo(behind.p);
      expect(compareRanks(one, one).chance).toBeCloseTo(0.5);
    }),
  );
});
