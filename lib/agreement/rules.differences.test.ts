import { describe, expect, test } from "vitest";
import { stances } from "@/lib/positions/schema";
import { fc } from "@/tests/support/fast-check";
import { compare, isAnswer } from "./rules.differences";

const stance = fc.constantFrom(...stances, null);

describe("two stances on one proposition", () => {
  test.each([
    ["support", "oppose", "opposed"],
    ["support_with_reservation", "oppose", "opposed"],
    ["support", "stand_aside", "aside"],
    ["oppose", "stand_aside", "aside"],
    ["support", "support_with_reservation", "qualified"],
    ["support", "undecided", "undecided"],
    ["undecided", "undecided", "same"],
    ["support", "no_mandate", "not_both"],
    ["support", null, "not_both"],
    ["no_mandate", "no_mandate", "not_both"],
  ] as const)("%s and %s are %s", (one, other, told) => {
    expect(compare(one, other)).toBe(told);
  });

  test("compare the same whichever is named first, and silence is never an answer", () => {
    fc.assert(
      fc.property(stance, stance, (one, other) => {
        expect(compare(one, other)).toBe(compare(other, one));
        expect(compare(one, other) === "not_both").toBe(!isAnswer(one) || !isAnswer(other));
        if (isAnswer(one)) expect(compare(one, one)).toBe("same");
      }),
    );
  });
});
