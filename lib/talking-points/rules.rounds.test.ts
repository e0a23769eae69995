import { expect, test } from "vitest";
import { dayAt, endOfDay, startOfDay } from "@/lib/platform/time/offset-at";
import { addDays, federalRule, isWorkingDay, listClosingDays } from "@/lib/platform/time/working-days";
import { fc } from "@/tests/support/fast-check";
import { roundDays } from "./constants";
import {
  closingMoment,
  countRound,
  mayStop,
  roundDue,
  roundObstacle,
  roundStateAfter,
  workingDaysLeft,
} from "./rules.rounds";

const hours = 3_600_000;
const zones = ["America/Toronto", "America/St_Johns", "Europe/Paris", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
const rules = [federalRule, { quebecDay: true, weekendRule: "as_dated" as const }];

const moment = fc.integer({ min: Date.parse("2024-01-01"), max: Date.parse("2032-01-01") }).map((at) => new Date(at));
const calendar = fc.record({
  timeZone: fc.constantFrom(...zones),
  closing: fc.constantFrom(...rules),
  rests: fc
    .option(fc.record({ first: fc.integer({ min: 0, max: 2900 }), days: fc.integer({ min: 0, max: 21 }) }))
    .map((rest) => {
      if (!rest) return [];
      const firstOn = addDays("2024-01-01", rest.first);
      return [{ firstOn, lastOn: addDays(firstOn, rest.days) }];
    }),
});

test("a round closes at the end of a working day, after its working days, in any zone and year", () => {
  const days = fc.integer({ min: roundDays.least, max: roundDays.most });
  fc.assert(
    fc.property(moment, days, calendar, (opensAt, workingDays, { timeZone, closing, rests }) => {
      const closesAt = closingMoment(opensAt, workingDays, { timeZone, closing, rests });
      expect(closesAt.getTime() - opensAt.getTime()).toBeGreaterThanOrEqual(72 * hours);
      const last = dayAt(timeZone, new Date(closesAt.getTime() - 1));
      expect(endOfDay(timeZone, last)).toEqual(closesAt);
      const counts = (day: string) =>
        isWorkingDay(day, closing) && !rests.some(({ firstOn, lastOn }) => firstOn <= day && day <= lastOn);
      expect(counts(last)).toBe(true);
      // Counted day by day: the day it opens, or the first that counts after it, is none of them.
      let day = dayAt(timeZone, opensAt);
      while (!counts(day)) day = addDays(day, 1);
      let counted = 0;
      while (day < last) {
        day = addDays(day, 1);
        if (counts(day)) counted++;
      }
      expect(counted).toBe(workingDays);
    }),
    { numRuns: 2000 },
  );
});

test("where the clocks change meanwhile, it closes at midnight of the network all the same", () => {
  const of = (opensAt: string, days = 5) =>
    closingMoment(new Date(opensAt), days, { timeZone: "America/Toronto", closing: federalRule, rests: [] });
  // Clocks go forward on 14 March 2027 and back on 7 November 2027.
  expect(of("2027-03-10T15:00:00Z").toISOString()).toBe("2027-03-18T04:00:00.000Z");
  expect(of("2027-11-03T14:00:00Z").toISOString()).toBe("2027-11-11T05:00:00.000Z");
  // Remembrance Day is closed: the fifth working day is Friday 12 November when it opens on the 4th.
  expect(of("2027-11-04T14:00:00Z").toISOString()).toBe("2027-11-13T05:00:00.000Z");
  // Good Friday and Easter Monday.
  expect(of("2027-03-25T13:00:00Z", 3).toISOString()).toBe("2027-04-02T04:00:00.000Z");
  // Opened on a Saturday it counts from Monday on.
  expect(of("2027-06-05T13:00:00Z").toISOString()).toBe("2027-06-15T04:00:00.000Z");
});

test("no round closes on a day on which offices are closed, for every closing day of ten years", () => {
  for (let year = 2026; year < 2036; year++)
    for (const { day } of listClosingDays(year, federalRule)) {
      const opensAt = startOfDay("America/Toronto", addDays(day, -7));
      const closesAt = closingMoment(opensAt, 5, { timeZone: "America/Toronto", closing: federalRule, rests: [] });
      const last = dayAt("America/Toronto", new Date(closesAt.getTime() - 1));
      expect(isWorkingDay(last)).toBe(true);
      expect(last > day || last < day).toBe(true);
    }
});

const point = { status: "usable", currentVersion: 2, digest: "d", equal: true, objected: false, later: false } as const;
const shown = { version: 2, digest: "d" };

test("a round opens on the words in force, once, when both languages say the same and nobody objects", () => {
  const on = (more: Partial<Parameters<typeof roundObstacle>[0]>) =>
    roundObstacle({ ...point, rounds: [], ...more }, shown);
  expect(on({})).toBeNull();
  expect(on({ status: "retired" })).toBe("notOpen");
  expect(on({ currentVersion: 3 })).toBe("textChanged");
  expect(on({ equal: false })).toBe("roundNeedsEqual");
  // Planned for a later day, it begins when they do.
  expect(on({ equal: false, later: true })).toBeNull();
  expect(on({ objected: true })).toBe("objectedAlready");
  expect(on({ rounds: [{ state: "running", version: 2 }] })).toBe("roundUnderWay");
  expect(on({ rounds: [{ state: "stopped", version: 2 }] })).toBe("roundStopped");
  expect(on({ rounds: [{ state: "passed", version: 2 }] })).toBe("roundPassed");
  expect(on({ rounds: [{ state: "stopped", version: 1 }] })).toBeNull();
});

test("an objection counts before it begins and until its last moment, and a round is due exactly then", () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: -5, max: 5 }), (closesAt, ms) => {
      const now = new Date(closesAt.getTime() + ms);
      const running = { state: "running" as const, opensAt: new Date(closesAt.getTime() - 100 * hours), closesAt };
      const due = roundDue({ ...running, status: "usable", equal: true }, now);
      // Never both and never neither.
      expect(mayStop(running, now)).toBe(due !== "pass");
      expect(due).toBe(ms >= 0 ? "pass" : "later");
    }),
  );
  const planned = { state: "planned" as const, opensAt: new Date(10), closesAt: null, status: "usable" as const };
  expect(mayStop(planned, new Date(99))).toBe(true);
  expect(roundDue({ ...planned, equal: true }, new Date(9))).toBe("later");
  expect(roundDue({ ...planned, equal: true }, new Date(10))).toBe("open");
  expect(roundDue({ ...planned, equal: false }, new Date(10))).toBe("waits");
  expect(roundDue({ ...planned, equal: true, status: "retired" }, new Date(10))).toBe("end");
  for (const state of ["stopped", "passed"] as const)
    expect(roundDue({ ...planned, state, equal: true }, new Date(99))).toBe("none");
});

test("who objects, stood aside or was never reached is not counted as having no objection", () => {
  const answer = fc.constantFrom({ objects: true }, { standsAside: true }, {});
  const member = fc
    .tuple(fc.uuid(), fc.boolean(), answer)
    .map(([id, reached, it]) => ({ id, reached, objects: false, standsAside: false, ...it }));
  fc.assert(
    fc.property(fc.array(member, { maxLength: 20 }), (members) => {
      const { noObjection, stoodAside, unreachable } = countRound(members);
      const objecting = members.filter((it) => it.objects).length;
      expect(noObjection + stoodAside + unreachable).toBe(members.length - objecting);
      expect(noObjection).toBe(members.filter((it) => it.reached && !it.standsAside && !it.objects).length);
    }),
  );
});

test("the state of a round is what its steps came to", () => {
  const after = (...kinds: Parameters<typeof roundStateAfter>[0][number]["kind"][]) =>
    roundStateAfter(kinds.map((kind) => ({ kind })));
  expect(after()).toBeNull();
  expect(after("planned")).toBe("planned");
  expect(after("planned", "opened")).toBe("running");
  expect(after("opened", "restarted")).toBe("planned");
  expect(after("opened", "restarted", "opened", "passed")).toBe("passed");
  expect(after("opened", "stopped", "decided")).toBe("stopped");
  expect(after("planned", "ended")).toBe("stopped");
});

test("what is left of a round counts down by working days, to none on its last day", () => {
  const of = { timeZone: "America/Toronto", closing: federalRule, rests: [] };
  // Opened on Thursday 4 November 2027: five working days, one of them behind Remembrance Day.
  const closesAt = closingMoment(new Date("2027-11-04T14:00:00Z"), 5, of);
  const left = ["2027-11-04", "2027-11-05", "2027-11-06", "2027-11-10", "2027-11-11", "2027-11-12", "2027-11-13"];
  expect(left.map((day) => workingDaysLeft(day, closesAt, of))).toEqual([5, 4, 4, 1, 1, 0, 0]);
});
