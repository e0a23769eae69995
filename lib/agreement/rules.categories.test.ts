import { describe, expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { assess, noneStated } from "./rules";
import type { Concealment } from "./rules.concealed";
import { lists, type Stated } from "./schema";

const some = fc.nat({ max: 20 });
const stated = fc.record(
  Object.fromEntries(Object.keys(noneStated()).map((it) => [it, some])),
) as unknown as fc.Arbitrary<Stated>;
const assessCounts = (counts: Stated, concealment: Concealment = "nothing") =>
  assess(counts, { members: 200, tooFewBelow: 6, concealment });

describe("the lists", () => {
  test("every proposition stands in exactly one, and in none where some are not shown", () => {
    fc.assert(
      fc.property(stated, (counts) => {
        expect(lists).toContain(assessCounts(counts).list);
        expect(assessCounts(counts, "anything").list).toBeNull();
      }),
    );
  });

  test("nobody stands aside from common ground, and nobody opposes what is not contradicted", () => {
    fc.assert(
      fc.property(stated, (counts) => {
        const { list } = assessCounts(counts);
        if (list === "common_ground") expect(counts.stand_aside + counts.oppose).toBe(0);
        if (list === "will_not_contradict") expect([counts.oppose, counts.stand_aside > 0]).toEqual([0, true]);
        if (list === "split") expect(counts.oppose).toBeGreaterThan(0);
      }),
    );
  });

  test("too few answers are open, whoever they come from", () => {
    expect(assessCounts({ ...noneStated(), support: 4, oppose: 1 }).list).toBe("open");
  });

  test("a proposition never becomes common ground because somebody who has no mandate says so", () => {
    fc.assert(
      fc.property(stated, some, (counts, none) => {
        expect(assessCounts({ ...counts, no_mandate: none }).list).toBe(assessCounts(counts).list);
      }),
    );
  });
});
