import { expect, test } from "vitest";
import { resolveWall, wallAt } from "@/lib/platform/time/offset-at";
import "@/lib/platform/time/zone-data";
import { fc } from "@/tests/support/fast-check";
import { startsOf } from "./rules.agenda-times";

const zone = "America/Toronto";

/** As the clock of a meeting in Toronto shows it, where it begins at a time that is there once. */
function wallsOf(minutes: readonly number[], wall: string) {
  const found = resolveWall(zone, wall);
  if (found.kind !== "once") throw new RangeError(`${wall} is not there once`);
  const { starts, end, total } = startsOf(
    minutes.map((it) => ({ minutes: it })),
    found.instant,
  );
  return { starts: starts.map((it) => it && wallAt(zone, it)), end: end && wallAt(zone, end), total };
}

test("items begin one after the other on the clock of the meeting, past midnight too", () => {
  expect(wallsOf([5, 40, 30], "2026-12-31T23:30")).toEqual({
    starts: ["2026-12-31T23:30", "2026-12-31T23:35", "2027-01-01T00:15"],
    end: "2027-01-01T00:45",
    total: 75,
  });
  expect(wallsOf([], "2026-12-15T09:00")).toEqual({ starts: [], end: "2026-12-15T09:00", total: 0 });
  expect(startsOf([{ minutes: 5 }, { minutes: 40 }], null)).toEqual({
    ...{ after: [0, 5], starts: [null, null], end: null, total: 45 },
  });
});

test("where clocks are turned during a meeting an item begins when it begins, whatever they show", () => {
  expect(wallsOf([30, 30], "2027-03-14T01:30")).toMatchObject({
    starts: ["2027-03-14T01:30", "2027-03-14T03:00"],
    end: "2027-03-14T03:30",
  });
  expect(wallsOf([45, 60, 15], "2027-11-07T00:30")).toMatchObject({
    starts: ["2027-11-07T00:30", "2027-11-07T01:15", "2027-11-07T01:15"],
    end: "2027-11-07T01:30",
  });
});

test("each begins when the one before it is over, and the last is over at the end", () => {
  const items = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 600 }) }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(items, (given) => {
      const begins = new Date("2027-03-14T06:30:00Z");
      const { starts, end, total } = startsOf(given, begins);
      const ends = [...starts.slice(1), end];
      const lengths = starts.map((it, at) => ((ends[at]?.getTime() ?? 0) - (it?.getTime() ?? 0)) / 60_000);
      expect(lengths).toEqual(given.map(({ minutes }) => minutes));
      expect(end).toEqual(new Date(begins.getTime() + total * 60_000));
    }),
  );
});
