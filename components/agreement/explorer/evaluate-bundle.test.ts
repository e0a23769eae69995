import { expect, test } from "vitest";
import { addBit, makeBits } from "@/lib/math/coalition/bits";
import { fc } from "@/tests/support/fast-check";
import { evaluateBundle } from "./evaluate-bundle";

const matrix = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 70 })).chain(([choices, others]) =>
  fc.record({
    table: fc.array(fc.array(fc.boolean(), { minLength: others, maxLength: others }), {
      minLength: choices,
      maxLength: choices,
    }),
    chosen: fc.subarray(Array.from({ length: choices }, (_, it) => it)),
    others: fc.constant(others),
  }),
);

test("who stands behind, who does not and on what, and every figure equal what counting one by one gives", () => {
  fc.assert(
    fc.property(matrix, ({ table, chosen, others }) => {
      const isTrue = (choice: number, other: number) => table[choice]?.[other] ?? false;
      const count = (bundle: readonly number[]) =>
        Array.from({ length: others }, (_, it) => it).filter((other) => bundle.every((it) => isTrue(it, other)));
      const holding = table.map((row) => {
        const bits = makeBits(others);
        for (const [other, is] of row.entries()) if (is) addBit(bits, other);
        return bits;
      });
      const told = evaluateBundle({ holding, others }, chosen);
      expect(told.all).toEqual(count(chosen));
      for (const [other, failing] of told.missing) {
        expect(failing).toEqual(chosen.filter((it) => !isTrue(it, other)));
        expect(failing.length).toBeGreaterThan(0);
      }
      expect(told.all.length + told.missing.size).toBe(others);
      for (const [choice, figure] of told.figures.entries()) {
        const other = chosen.includes(choice) ? chosen.filter((it) => it !== choice) : [...chosen, choice];
        expect(figure).toBe(count(other).length);
      }
    }),
  );
});
