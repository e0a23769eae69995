import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { type CommittingAct, findConflicts } from "./rules.conflicts";
import { stances } from "./schema";

const start = Date.UTC(2026, 10, 1);
const act = (day: number, actorId: string, stance: CommittingAct["stance"] | null): CommittingAct => ({
  kind: stance ? "signed_off" : "withdrawn",
  at: new Date(start + day * 86_400_000),
  actorId,
  stance: stance ?? "support",
});

test("two signatories who sign off contrary stances within a week are flagged, with both acts", () => {
  const acts = [act(0, "a", "support"), act(7, "b", "oppose")];
  expect(findConflicts(acts)).toEqual([{ first: acts[0], second: acts[1] }]);
});

test("a withdrawal of what another signed, and a signature after another's withdrawal, are flagged", () => {
  expect(findConflicts([act(0, "a", "support"), act(1, "b", null)])).toHaveLength(1);
  expect(findConflicts([act(0, "a", null), act(1, "b", "support")])).toHaveLength(1);
});

test("a change of one's own mind, a confirmation and a later revision are none", () => {
  expect(findConflicts([act(0, "a", "support"), act(1, "a", "oppose")])).toEqual([]);
  expect(findConflicts([act(0, "a", "support"), act(1, "b", "support")])).toEqual([]);
  expect(findConflicts([act(0, "a", "support"), act(8, "b", "oppose")])).toEqual([]);
});

test("whatever was done, each flag names two people and two neighbouring acts in their order", () => {
  const any = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom("a", "b", "c"), fc.option(fc.constantFrom(...stances))),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(any, (told) => {
      const acts = told.sort(([a], [b]) => a - b).map(([day, who, stance]) => act(day, who, stance));
      for (const { first, second } of findConflicts(acts)) {
        expect(first.actorId).not.toBe(second.actorId);
        expect(acts.indexOf(second) - acts.indexOf(first)).toBe(1);
      }
    }),
  );
});
