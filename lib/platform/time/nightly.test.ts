import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { isFresh } from "./nightly";

const night = new Date("2026-11-30T07:30:00Z");
const after = (ms: number) => new Date(night.getTime() + ms);
const hours = 3_600_000;

test("what the nightly batch found holds for 26 hours and not a millisecond longer", () => {
  expect(isFresh(night, night)).toBe(true);
  expect(isFresh(night, after(26 * hours))).toBe(true);
  expect(isFresh(night, after(26 * hours + 1))).toBe(false);
});

test("before the first batch nothing is known, whatever the clock says", () => {
  fc.assert(fc.property(fc.date({ noInvalidDate: true }), (now) => !isFresh(null, now)));
});

test("a batch that is dated later than now is as good as none", () => {
  expect(isFresh(after(1), night)).toBe(false);
});
