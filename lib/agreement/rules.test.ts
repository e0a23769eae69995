import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { assess, categorize, countAnswers, interval, noneStated, spreadOfAnswers } from "./rules";
import type { Concealment } from "./rules.concealed";
import type { Stated } from "./schema";

const fields = Object.keys(noneStated()) as (keyof Stated)[];
const seeded = path.resolve(import.meta.dirname, "../../prisma/seed/expected-agreement.csv");
const expected = parse(readFileSync(seeded, "utf8"), { columns: true }) as Record<string, string>[];

const some = fc.nat({ max: 40 });
const stated = fc.record(Object.fromEntries(fields.map((it) => [it, some]))) as fc.Arbitrary<Stated>;
const statedWith = (given: Partial<Stated>): Stated => ({ ...noneStated(), ...given });

describe("the one rule", () => {
  test("the demonstration has forty propositions", () => {
    expect(expected).toHaveLength(40);
  });

  test.each(expected.map((row) => [row.proposition_slug, row] as const))("gives %s its category", (_, row) => {
    const counts = Object.fromEntries(fields.map((it) => [it, Number(row[it])])) as Stated;
    expect(categorize(counts, 6)).toBe(row.category);
    expect(assess(counts, { members: 14, tooFewBelow: 6, concealment: "nothing" }).counts.not_recorded).toBe(
      Number(row.not_recorded),
    );
  });

  test.each([
    [statedWith({ support: 5 }), "too_few"],
    [statedWith({ support: 5, no_mandate: 9 }), "too_few"],
    [statedWith({ support: 6 }), "broad_agreement"],
    [statedWith({ support: 3, undecided: 2 }), "too_few"],
    [statedWith({ support: 6, undecided: 4 }), "unsettled"],
    [statedWith({ support: 7, undecided: 4 }), "broad_agreement"],
    [statedWith({ undecided: 6 }), "unsettled"],
    [statedWith({ support_with_reservation: 6 }), "agreement_with_reservations"],
    [statedWith({ support: 4, stand_aside: 2 }), "agreement_with_dissent"],
    [statedWith({ support: 4, oppose: 2 }), "agreement_with_dissent"],
    [statedWith({ support: 4, stand_aside: 3 }), "divided"],
    [statedWith({ support: 2, oppose: 4 }), "broad_opposition"],
    [statedWith({ support: 2, oppose: 5, stand_aside: 1 }), "divided"],
    [statedWith({ stand_aside: 6 }), "divided"],
    [statedWith({ oppose: 6 }), "broad_opposition"],
  ] as const)("%o is %s", (counts, category) => {
    expect(categorize(counts, 6)).toBe(category);
  });

  test("whoever has no mandate changes nothing", () => {
    fc.assert(
      fc.property(stated, some, (counts, none) => {
        expect(categorize({ ...counts, no_mandate: none }, 6)).toBe(categorize(counts, 6));
      }),
    );
  });

  test("agreement without dissent is never said where somebody stands aside or opposes", () => {
    fc.assert(
      fc.property(stated, (counts) => {
        const category = categorize(counts, 6);
        if (category === "broad_agreement" || category === "agreement_with_reservations") {
          expect(counts.stand_aside + counts.oppose).toBe(0);
        }
        if (category === "broad_agreement") expect(counts.support_with_reservation).toBe(0);
      }),
    );
  });

  test("too few answers say so, whatever they are", () => {
    fc.assert(
      fc.property(stated, fc.integer({ min: 1, max: 12 }), (counts, threshold) => {
        expect(categorize(counts, threshold) === "too_few").toBe(countAnswers(counts) < threshold);
      }),
    );
  });

  test("one more opponent never moves a proposition toward agreement", () => {
    const dissent = ["broad_agreement", "agreement_with_reservations", "agreement_with_dissent", "divided"];
    fc.assert(
      fc.property(stated, (counts) => {
        fc.pre(counts.undecided === 0 && countAnswers(counts) >= 6);
        const before = dissent.indexOf(categorize(counts, 6));
        const after = dissent.indexOf(categorize({ ...counts, oppose: counts.oppose + 1 }, 6));
        expect(after === -1 || (before !== -1 && after >= before)).toBe(true);
      }),
    );
  });
});

describe("the spread of answers, which leaves in files alone", () => {
  const measuresOf = (counts: Stated, concealment: Concealment = "nothing") =>
    spreadOfAnswers(assess(counts, { members: 400, tooFewBelow: 6, concealment }), 6);

  test("is 1 where all who took a side gave one answer, and -1 where half stands at each end", () => {
    expect(measuresOf(statedWith({ support: 9 }))).toBe(1);
    expect(measuresOf(statedWith({ support: 5, oppose: 5 }))).toBe(-1);
  });

  test("is blank where fewer than the threshold took a side, however many are undecided, and where any is hidden", () => {
    expect(measuresOf(statedWith({ support_with_reservation: 2, undecided: 9 }))).toBeNull();
    fc.assert(
      fc.property(stated, ({ undecided, no_mandate, ...sides }) => {
        const tookSide = Object.values(sides).reduce((sum, it) => sum + it, 0);
        const counts = { ...sides, undecided, no_mandate };
        expect(measuresOf(counts) === null).toBe(tookSide < 6);
        expect(measuresOf(counts, "anything")).toBeNull();
        expect(measuresOf({ ...counts, undecided: 0, no_mandate: 0 })).toBe(measuresOf(counts));
      }),
    );
  });
});

describe("the support interval", () => {
  const counts = fc.tuple(stated, some).map(([it, silent]) => ({ ...it, not_recorded: silent }));

  test("lies between nobody and all members, and no mandate is never inside it", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const range = interval(given);
        expect(range).not.toBeNull();
        if (!range) return;
        expect(range.stated).toBe(given.support + given.support_with_reservation);
        expect(range.stated).toBeLessThanOrEqual(range.possible);
        expect(range.possible).toBeLessThanOrEqual(range.of - given.no_mandate - given.oppose - given.stand_aside);
        expect(interval({ ...given, no_mandate: given.no_mandate + 1 })).toEqual({ ...range, of: range.of + 1 });
      }),
    );
  });

  test("is not given where some are not shown", () => {
    expect(interval({ ...statedWith({ support: 9 }), not_recorded: null })).toBeNull();
  });
});

describe("what somebody is told who may not read all of it", () => {
  test("no category and nothing to subtract from, however unanimous the visible ones look", () => {
    fc.assert(
      fc.property(stated, (counts) => {
        const told = assess(counts, { members: 400, tooFewBelow: 6, concealment: "anything" });
        expect(told).toEqual({
          counts: { ...counts, not_recorded: null },
          notShown: "some",
          category: null,
          list: null,
        });
      }),
    );
  });
});
