import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { countWith } from "./count-with";

const answer = fc.constantFrom("yes" as const, "if_need_be" as const, "no" as const, null);

test("an answer that is being chosen moves one organization from what it said to what it says", () => {
  const tally = { yes: 3, ifNeedBe: 1, no: 2, unanswered: 4 };
  expect(countWith(tally, null, "yes")).toEqual({ yes: 4, ifNeedBe: 1, no: 2, unanswered: 3 });
  expect(countWith(tally, "no", "if_need_be")).toEqual({ yes: 3, ifNeedBe: 2, no: 1, unanswered: 4 });
  fc.assert(
    fc.property(answer, answer, (sent, chosen) => {
      expect(countWith(countWith(tally, sent, chosen), chosen, sent)).toEqual(tally);
    }),
  );
});
