import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { addDays } from "./rules";
import { dueReminders, reminderDays } from "./rules.review";

const first = "2027-01-01";

/** The days on which somebody works, from the signature to well past the review day. */
const life = fc.record({
  length: fc.integer({ min: 1, max: 400 }),
  works: fc.array(fc.boolean(), { minLength: 460, maxLength: 460 }),
});

test("whatever days the worker is down, each reminder is told at most once, and never after the review day", () => {
  fc.assert(
    fc.property(life, ({ length, works }) => {
      const reviewBy = addDays(first, length);
      const sent: number[] = [];
      works.forEach((atWork, day) => {
        const today = addDays(first, day);
        const due = atWork ? dueReminders({ reviewBy, since: first, today, sent }) : [];
        if (due.length > 0) expect(today <= reviewBy).toBe(true);
        for (const days of due) expect(addDays(reviewBy, -days) <= today).toBe(true);
        sent.push(...due);
      });
      expect(sent).toEqual([...new Set(sent)]);
      for (const days of reminderDays) {
        const from = length - days;
        const somebody = works.slice(Math.max(from, 0), length + 1).some(Boolean);
        expect(sent.includes(days)).toBe(from > 0 && somebody);
      }
    }),
    { numRuns: 200 },
  );
});

test("whoever signs for less than a month is reminded a week before, and for less than a week not at all", () => {
  const remindersAfter = (length: number, day: number) =>
    dueReminders({ reviewBy: addDays(first, length), since: first, today: addDays(first, day), sent: [] });
  expect([remindersAfter(20, 1), remindersAfter(20, 13), remindersAfter(5, 1), remindersAfter(31, 1)]).toEqual([
    [],
    [7],
    [],
    [30],
  ]);
});
