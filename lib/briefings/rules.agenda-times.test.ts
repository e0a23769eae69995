import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { startsOf } from "./rules.agenda-times";

const minutesOf = (wall: string | null) => Date.parse(`${wall}Z`) / 60_000;

test("items begin one after the other on the clock of the meeting, past midnight too", () => {
  const items = [{ minutes: 5 }, { minutes: 40 }, { minutes: 30 }];
  expect(startsOf(items, "2026-12-31T23:30")).toEqual({
    starts: ["2026-12-31T23:30", "2026-12-31T23:35", "2027-01-01T00:15"],
    end: "2027-01-01T00:45",
    total: 75,
  });
  expect(startsOf(items, null)).toEqual({ starts: [null, null, null], end: null, total: 75 });
  expect(startsOf([], "2026-12-15T09:00")).toEqual({ starts: [], end: "2026-12-15T09:00", total: 0 });
});

test("each begins when the one before it is over, and the last is over at the end", () => {
  const items = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 600 }) }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(items, (given) => {
      const { starts, end, total } = startsOf(given, "2027-03-14T01:30");
      const ends = [...starts.slice(1), end];
      expect(starts.map((_, at) => minutesOf(ends[at] ?? null) - minutesOf(starts[at] ?? null))).toEqual(
        given.map(({ minutes }) => minutes),
      );
      expect(minutesOf(end) - minutesOf(starts[0] ?? null)).toBe(total);
    }),
  );
});
