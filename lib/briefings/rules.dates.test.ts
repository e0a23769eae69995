import { expect, test } from "vitest";
import { closingsByDay } from "@/lib/network/rules.closing-days";
import { instantsOf, offsetAt, wallAt } from "@/lib/platform/time/offset-at";
import { federalRule } from "@/lib/platform/time/working-days";
import "@/lib/platform/time/zone-data";
import { fc } from "@/tests/support/fast-check";
import { listDates } from "./rules.date-pattern";
import { findClockTurn, resolveDate } from "./rules.date-walls";
import {
  answerObstacle,
  answerTo,
  compareDates,
  countRefusals,
  findBest,
  listReasons,
  type Ranked,
  reachesQuorum,
  tallyOf,
} from "./rules.dates";

const answer = fc.constantFrom("yes" as const, "if_need_be" as const, "no" as const, null);
const now = new Date("2027-01-01T00:00:00Z");
const soon = fc.integer({ min: 1, max: 400 }).map((days) => new Date(now.getTime() + days * 86_400_000));
const ranked: fc.Arbitrary<Ranked> = fc.record({
  id: fc.uuid(),
  startsAt: soon,
  tally: fc.array(answer, { maxLength: 12 }).map(tallyOf),
  offices: fc.array(answer, { maxLength: 2 }),
});
const dates = fc.uniqueArray(ranked, { selector: (it) => it.id, maxLength: 8 });

test("an answer belongs to the date as it was: once the date is changed it counts as none", () => {
  expect(answerTo({ revision: 1 }, { answer: "yes", revision: 1 })).toBe("yes");
  expect(answerTo({ revision: 2 }, { answer: "yes", revision: 1 })).toBeNull();
  expect(answerTo({ revision: 1 }, undefined)).toBeNull();
});

test("who has not answered is counted apart, and never as a no", () => {
  fc.assert(
    fc.property(fc.array(answer), (answers) => {
      const tally = tallyOf(answers);
      expect(tally.yes + tally.ifNeedBe + tally.no + tally.unanswered).toBe(answers.length);
      expect(tallyOf([...answers, null]).no).toBe(tally.no);
    }),
  );
});

test("the best date has the fewest refusals, then the most yes, then comes first, whatever the order they stand in", () => {
  fc.assert(
    fc.property(dates, fc.boolean(), (given, government) => {
      const best = findBest(given, { government, now });
      expect(findBest([...given].reverse(), { government, now })).toBe(best);
      const found = given.find((it) => it.id === best);
      if (!found) return;
      for (const other of given) {
        const { yes, ifNeedBe } = other.tally;
        const suitsOffice =
          other.offices.length > 0 && other.offices.every((it) => it === "yes" || it === "if_need_be");
        if (yes + ifNeedBe === 0 || (government && !suitsOffice)) continue;
        expect(compareDates(found, other)).toBeLessThanOrEqual(0);
        expect(found.tally.no).toBeLessThanOrEqual(other.tally.no);
      }
    }),
  );
});

test("without the office's yes or if need be no date of a government meeting is best", () => {
  fc.assert(
    fc.property(dates, (given) => {
      const best = findBest(given, { government: true, now });
      const offices = given.find((it) => it.id === best)?.offices ?? ["yes"];
      expect(offices.length > 0 && offices.every((it) => it === "yes" || it === "if_need_be")).toBe(true);
      const silent = given.map((it) => ({ ...it, offices: [null] }));
      expect(findBest(silent, { government: true, now })).toBeNull();
    }),
  );
});

test("nothing is best before anybody could come, or once it is past", () => {
  const date = { id: "a", startsAt: new Date("2027-02-01T00:00:00Z"), offices: [] };
  const silent = { ...date, tally: tallyOf([null, null]) };
  expect(findBest([silent], { government: false, now })).toBeNull();
  const good = { ...date, tally: tallyOf(["yes"]) };
  expect(findBest([good], { government: false, now })).toBe("a");
  expect(findBest([good], { government: false, now: date.startsAt })).toBeNull();
});

test("the quorum counts organizations that could come, if need be among them", () => {
  expect(reachesQuorum(tallyOf(["yes", "if_need_be", null, "no"]), 2)).toBe(true);
  expect(reachesQuorum(tallyOf(["yes", "no", null]), 2)).toBe(false);
  expect(reachesQuorum(tallyOf([]), null)).toBe(true);
});

test("a refusal by the office is one as well", () => {
  expect(countRefusals({ id: "a", startsAt: now, tally: tallyOf(["no", "yes"]), offices: ["no"] })).toBe(2);
});

test("after the last moment only the host enters what it was told, and nothing once a date is chosen", () => {
  const asked = { state: "polling", answersCloseAt: now };
  expect(answerObstacle(asked, false, now)).toBe("answersClosed");
  expect(answerObstacle(asked, true, now)).toBeNull();
  expect(answerObstacle({ ...asked, state: "scheduled" }, true, now)).toBe("pollNotOpen");
});

const zones = [
  "America/Toronto",
  "America/Vancouver",
  "America/St_Johns",
  "America/Regina",
  "Europe/Paris",
  "Asia/Tokyo",
  "Pacific/Apia",
];
const wall = fc
  .integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000).toISOString().slice(0, 16));

test("what is resolved reads on the clock as it was written; what the clock skips is refused, and what it shows twice is asked about", () => {
  fc.assert(
    fc.property(wall, fc.constantFrom(...zones), fc.integer({ min: 5, max: 600 }), (wallStart, zone, minutes) => {
      const wallEnd = new Date(Date.parse(`${wallStart}Z`) + minutes * 60_000).toISOString().slice(0, 16);
      const found = resolveDate({ zone, allDay: false, wallStart, wallEnd });
      if (found.kind === "never") {
        const asked = found.field === "wallStart" ? wallStart : wallEnd;
        expect(instantsOf(zone, asked)).toEqual([]);
        expect(found.next > asked).toBe(true);
        return;
      }
      if (found.kind === "twice")
        return void expect(instantsOf(zone, found.field === "wallStart" ? wallStart : wallEnd)).toHaveLength(2);
      if (found.kind === "backwards") throw new Error(`${wallStart} in ${zone} ends before it begins`);
      expect([wallAt(zone, found.startsAt), wallAt(zone, found.endsAt)]).toEqual([wallStart, wallEnd]);
      expect(found.endsAt > found.startsAt).toBe(true);
    }),
  );
});

test("a gap names the next time that there is, and a doubled hour is the one that was meant", () => {
  const at = (wallStart: string, wallEnd: string, more = {}) =>
    resolveDate({ zone: "America/Toronto", allDay: false, wallStart, wallEnd, ...more });
  expect(at("2027-03-14T02:30", "2027-03-14T04:00")).toEqual({
    kind: "never",
    field: "wallStart",
    next: "2027-03-14T03:00",
  });
  expect(at("2026-11-01T01:30", "2026-11-01T03:00")).toEqual({ kind: "twice", field: "wallStart" });
  expect(at("2026-11-01T00:30", "2026-11-01T01:30")).toEqual({ kind: "twice", field: "wallEnd" });
  const [first, second] = (["first", "second"] as const).map((doubledHour) =>
    at("2026-11-01T01:30", "2026-11-01T03:00", { doubledHour }),
  );
  if (first?.kind !== "found" || second?.kind !== "found") throw new Error("not found");
  expect(second.startsAt.getTime() - first.startsAt.getTime()).toBe(3_600_000);
  expect([first.doubledHour, second.doubledHour]).toEqual(["first", "second"]);
  expect(second.endsAt).toEqual(first.endsAt);
  expect(at("2027-03-02T10:00", "2027-03-02T09:00")).toEqual({ kind: "backwards" });
});

test("Tuesdays and Thursdays in March, 10:00 to 15:00: these days and hours, and no others", () => {
  const pattern = {
    weekdays: [2, 4],
    firstOn: "2027-03-01",
    lastOn: "2027-03-31",
    allDay: false,
    from: "10:00",
    until: "15:00",
  };
  const whole = listDates(pattern);
  expect(whole).toHaveLength(9);
  expect(whole[0]).toEqual({ wallStart: "2027-03-02T10:00", wallEnd: "2027-03-02T15:00" });
  const slots = listDates({ ...pattern, minutes: 90 });
  expect(slots).toHaveLength(27);
  expect(slots[2]).toEqual({ wallStart: "2027-03-02T13:00", wallEnd: "2027-03-02T14:30" });
  expect(listDates({ ...pattern, allDay: true })[8]).toEqual({ wallStart: "2027-03-30", wallEnd: "2027-03-30" });
});

test("every date of a pattern falls on a chosen weekday between its days, within its hours, and lasts as long as was asked", () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((it) => new Date(Date.UTC(2027, 0, 1 + it)).toISOString().slice(0, 10));
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
  const hour = fc.integer({ min: 0, max: 95 }).map((it) => new Date(it * 900_000).toISOString().slice(11, 16));
  fc.assert(
    fc.property(day, day, weekdays, hour, hour, fc.integer({ min: 15, max: 240 }), (a, b, days, x, y, minutes) => {
      const [firstOn = "", lastOn = ""] = [a, b].sort();
      const [from = "", until = ""] = [x, y].sort();
      for (const { wallStart, wallEnd } of listDates({
        weekdays: days,
        firstOn,
        lastOn,
        allDay: false,
        from,
        until,
        minutes,
      })) {
        expect(days).toContain(new Date(`${wallStart}Z`).getUTCDay() || 7);
        expect(wallStart.slice(0, 10) >= firstOn && wallEnd.slice(0, 10) <= lastOn).toBe(true);
        expect(wallStart.slice(11) >= from && wallEnd.slice(11) <= until).toBe(true);
        expect(Date.parse(`${wallEnd}Z`) - Date.parse(`${wallStart}Z`)).toBe(minutes * 60_000);
      }
    }),
  );
});

test("a closing day says why, once: the federal days, 24 June where somebody from Quebec is asked, and what the network entered", () => {
  const name = { en: "Family Day", fr: "Jour de la famille" };
  const days = { firstOn: "2027-02-15", lastOn: "2027-02-15", provinces: ["ON" as const] };
  const rest = { firstOn: "2027-12-20", lastOn: "2027-12-31", provinces: [] };
  const entered = [
    { kind: "provincial" as const, ...days, name },
    { kind: "blackout" as const, ...rest, name: { en: "Winter break", fr: "Congé d’hiver" } },
  ];
  const on = (provinces: string[], ...asked: string[]) =>
    listReasons(asked, closingsByDay(asked, federalRule, entered, provinces)).map((it) => [it.kind, it.name.en]);
  expect(on([], "2027-03-26")).toEqual([["federal", "Good Friday"]]);
  expect(on(["ON"], "2027-08-02")).toEqual([["federal", "Civic Holiday"]]);
  expect(on(["ON"], "2027-06-24")).toEqual([]);
  expect(on(["ON", "QC"], "2027-06-24")).toEqual([["quebec", "Saint-Jean-Baptiste Day (Quebec)"]]);
  expect(on(["ON"], "2027-02-15")).toEqual([["provincial", "Family Day"]]);
  expect(on(["BC"], "2027-02-15")).toEqual([]);
  expect(on(["BC"], "2027-12-23", "2027-12-24", "2027-12-27")).toEqual([
    ["blackout", "Winter break"],
    ["federal", "Christmas Day"],
  ]);
});

test("clocks that were turned in the week before a date are said with their day; where none are turned nothing is", () => {
  const turn = findClockTurn("America/Toronto", new Date("2027-03-16T14:00:00Z"), offsetAt);
  expect(turn && wallAt("America/Toronto", turn).slice(0, 10)).toBe("2027-03-14");
  expect(findClockTurn("America/Regina", new Date("2027-03-16T14:00:00Z"), offsetAt)).toBeNull();
  expect(findClockTurn("America/Toronto", new Date("2027-03-30T14:00:00Z"), offsetAt)).toBeNull();
});
