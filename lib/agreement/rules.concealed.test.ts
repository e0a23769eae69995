import { describe, expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { type Concealment, concealmentIn, isSomeHidden, quarterOf } from "./rules.concealed";

const concealment = fc.constantFrom<Concealment[]>("nothing", "blanks", "anything");
const blanks = fc.nat({ max: 200 });

describe("whether a row says that some are not shown", () => {
  test("is never so where nothing is kept, and always where something may be kept by whoever has no cell", () => {
    fc.assert(
      fc.property(blanks, (count) => {
        expect(isSomeHidden("nothing", count)).toBe(false);
        expect(isSomeHidden("anything", count)).toBe(true);
      }),
    );
  });

  test("is the same for every blank of a theme, and not so where everybody is seen to have answered", () => {
    fc.assert(
      fc.property(blanks, (count) => {
        expect(isSomeHidden("blanks", count)).toBe(count > 0);
      }),
    );
  });

  test("is so for every theme while nobody knows", () => {
    expect(concealmentIn("unknown", "prevention")).toBe("anything");
    fc.assert(
      fc.property(concealment, (said) => {
        expect(concealmentIn(new Map([["prevention", said]]), "prevention")).toBe(said);
        expect(concealmentIn(new Map([["prevention", said]]), "military")).toBe("nothing");
      }),
    );
  });
});

test.each([
  ["2026-01-01", "2026-Q1"],
  ["2026-03-31", "2026-Q1"],
  ["2026-04-01", "2026-Q2"],
  ["2026-09-30", "2026-Q3"],
  ["2026-12-31", "2026-Q4"],
])("%s is in %s", (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter);
});
