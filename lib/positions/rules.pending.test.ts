import { expect, test } from "vitest";
import { addDays } from "@/lib/platform/time/working-days";
import { fc } from "@/tests/support/fast-check";
import { findPending, pendingKinds } from "./rules.pending";

const today = "2027-06-01";
const dayNear = fc.option(fc.integer({ min: -90, max: 90 }).map((days) => addDays(today, days)));
const situation = fc.record({
  draftState: fc.option(fc.constantFrom("drafted", "submitted", "signed_once", "returned")),
  standingFor: fc.option(fc.integer({ min: 1, max: 3 })),
  currentWording: fc.integer({ min: 1, max: 3 }),
  reviewBy: dayNear,
  decideBy: dayNear,
});

test("what waits goes on waiting as days go by, and nothing waits twice", () => {
  fc.assert(
    fc.property(situation, fc.nat(60), (it, days) => {
      const now = findPending(it, today);
      expect(new Set(now).size).toBe(now.length);
      expect(findPending(it, addDays(today, days))).toEqual(expect.arrayContaining(now));
    }),
  );
});

test("only a draft waits where nothing stands, and a draft is handed over or given back, never both", () => {
  fc.assert(
    fc.property(situation, (it) => {
      const kinds = findPending(it, today);
      const ofDraft = kinds.filter((kind) => kind === "submitted" || kind === "returned");
      expect(ofDraft.length).toBeLessThanOrEqual(1);
      expect(ofDraft.length === 0).toBe(it.draftState === null || it.draftState === "drafted");
      if (it.standingFor === null) expect(kinds).toEqual(ofDraft);
    }),
  );
});

test("a position waits for all that is due on it, what settles the others first", () => {
  const late = { reviewBy: addDays(today, 30), decideBy: addDays(today, -1) };
  const all = { draftState: "signed_once", standingFor: 1, currentWording: 2, ...late } as const;
  expect(findPending(all, today)).toEqual(pendingKinds.filter((kind) => kind !== "returned"));
  const fine = { draftState: null, standingFor: 2, currentWording: 2, reviewBy: addDays(today, 31), decideBy: today };
  expect(findPending(fine, today)).toEqual([]);
});
