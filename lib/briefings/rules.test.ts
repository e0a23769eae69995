import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { attributionRules, briefingParts, briefingStates, sideParts } from "./constants";
import { addableParts, dueAfter, dueDay, frameObstacle, isOverdue, partWith, phaseOf, timesAYear } from "./rules";
import { attributionObstacle, attributionOf, isTighter, writtenUnder } from "./rules.attribution";

const rule = fc.constantFrom(...attributionRules);
const state = fc.constantFrom(...briefingStates);
const moment = fc.date({ min: new Date("2007-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
const day = moment.map((it) => it.toISOString().slice(0, 10));

test("of two different rules exactly one is tighter, and what is tighter than a tighter one is tighter", () => {
  fc.assert(
    fc.property(rule, rule, rule, (a, b, c) => {
      expect(Number(isTighter(a, b)) + Number(isTighter(b, a))).toBe(a === b ? 0 : 1);
      if (isTighter(a, b) && isTighter(b, c)) expect(isTighter(a, c)).toBe(true);
    }),
  );
});

test("an item is never under a looser rule than its meeting, and a tighter rule never answers more questions with yes", () => {
  fc.assert(
    fc.property(fc.option(rule), rule, (item, meeting) => {
      const applied = attributionOf(item, meeting);
      expect(isTighter(meeting, applied)).toBe(false);
      const [loose, tight] = [writtenUnder(meeting), writtenUnder(applied)];
      expect(!tight.whoSaidIt || loose.whoSaidIt).toBe(true);
      expect(!tight.whoWasThere || loose.whoWasThere).toBe(true);
    }),
  );
});

test("once invited to or begun, a rule is tightened alone; published or cancelled, it stays; before, it is free", () => {
  fc.assert(
    fc.property(rule, rule, state, fc.option(moment), moment, fc.boolean(), (from, to, now, startsAt, at, invited) => {
      const obstacle = attributionObstacle({ attribution: from, state: now, startsAt }, to, invited, at);
      if (now === "cancelled") expect(obstacle).toBe("briefingCancelled");
      else if (now === "published") expect(obstacle).toBe("minutesPublished");
      else if (invited || (startsAt !== null && startsAt <= at))
        expect(obstacle).toBe(isTighter(from, to) ? "attributionOnlyTightens" : null);
      else expect(obstacle).toBeNull();
    }),
  );
});

test("a scheduled meeting is over from its end on; every other state stays what it is", () => {
  fc.assert(
    fc.property(state, moment, moment, (it, endsAt, now) => {
      const over = it === "scheduled" && endsAt <= now;
      expect(phaseOf({ state: it, endsAt }, now)).toBe(over ? "over" : it);
    }),
  );
});

test("a meeting is overdue only without a date, and only after the day it was due", () => {
  fc.assert(
    fc.property(state, fc.option(day), day, (it, dueOn, today) => {
      const undated = it === "planned" || it === "polling";
      expect(isOverdue({ state: it, dueOn }, today)).toBe(undated && dueOn !== null && dueOn < today);
    }),
  );
});

test("a day that was named goes before the one that the cadence gives, which is after the last meeting", () => {
  expect(dueAfter("2026-10-31", "three_a_year")).toBe("2027-02-28");
  expect(dueAfter("2026-06-10", "twice_a_year")).toBe("2026-12-10");
  expect([timesAYear("three_a_year"), timesAYear("twice_a_year")]).toEqual([3, 2]);
  fc.assert(
    fc.property(
      day,
      fc.option(day),
      fc.constantFrom("three_a_year" as const, "twice_a_year" as const),
      (lastOn, dueOn, cadence) => {
        const due = dueDay({ cadence, dueOn, lastOn });
        if (dueOn) expect(due).toBe(dueOn);
        else expect((due ?? "") > lastOn).toBe(true);
        expect(dueDay({ cadence: null, dueOn, lastOn })).toBe(dueOn);
      },
    ),
  );
});

test("a caucus and a debrief go once each with a meeting with an office, and with nothing else; it is their room then", () => {
  fc.assert(
    fc.property(fc.constantFrom(...briefingParts), fc.subarray([...sideParts]), (part, parts) => {
      expect(addableParts({ kind: "civil_society", part, parts })).toEqual([]);
      const addable = addableParts({ kind: "government", part, parts });
      if (part === "caucus" || part === "debrief") expect(addable).toEqual([]);
      else expect([...addable, ...parts].sort()).toEqual([...sideParts].sort());
    }),
  );
  expect(partWith("meeting", 0)).toBe("meeting");
  expect(partWith("meeting", 1)).toBe("room");
});

test("neither length nor zone changes under those who answered or were invited; nothing at all after the minutes", () => {
  const open = { state: "polling" as const, startsAt: null, options: 2 };
  expect(frameObstacle(open, {})).toBeNull();
  expect(frameObstacle(open, { minutes: 60 })).toBeNull();
  expect(frameObstacle(open, { zone: "America/Regina" })).toBe("zoneOnceOffered");
  const scheduled = { state: "scheduled" as const, startsAt: new Date(), options: 0 };
  expect(frameObstacle(scheduled, { minutes: 60 })).toBe("lengthOnceScheduled");
  expect(frameObstacle({ ...open, state: "published" }, {})).toBe("minutesPublished");
  expect(frameObstacle({ ...open, state: "cancelled" }, {})).toBe("briefingCancelled");
});
