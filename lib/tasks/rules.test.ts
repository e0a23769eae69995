import { expect, test } from "vitest";
import { addDays } from "@/lib/platform/time/working-days";
import { fc } from "@/tests/support/fast-check";
import { formatTaskKey, groupOf, parseTaskKey, sortByDay, taskGroups, toGroups } from "./rules";

const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const key = fc.record({
  noun: fc.stringMatching(/^[a-z]+(-[a-z]+)?$/),
  kind: fc.stringMatching(/^[a-z]+([A-Z][a-z]+)?$/),
  organization: slug,
  thing: fc.oneof(slug, fc.uuid()),
  version: fc.nat(999_999),
});
const day = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));
const urgent = fc.record({ day: fc.option(day), waiting: fc.boolean() });

test("a key is read back from its text, and two keys never have one text", () => {
  fc.assert(
    fc.property(key, key, (one, other) => {
      expect(parseTaskKey(formatTaskKey(one))).toEqual(one);
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(formatTaskKey(one) === formatTaskKey(other)).toBe(same);
    }),
  );
});

test.each([
  "",
  "positions",
  "positions:review:a:b",
  "positions:review:a:b:1:2",
  "positions:review:a:b:1.5",
  "positions:review:A:b:1",
  "p:r:a/b:c:1",
])("no key is read from %j", (text) => {
  expect(parseTaskKey(text)).toBeNull();
});

test("every task is in exactly one group, and a group that is empty is left out", () => {
  fc.assert(
    fc.property(fc.array(urgent), day, (tasks, today) => {
      const groups = toGroups(tasks, today);
      expect(groups.flatMap((it) => it.tasks).length).toBe(tasks.length);
      expect(groups.every((it) => it.tasks.length > 0)).toBe(true);
      const order = groups.map(({ group }) => taskGroups.indexOf(group));
      expect(order).toEqual(order.toSorted((one, other) => one - other));
    }),
  );
});

test("a task becomes more urgent day by day, and is past only once its day is over", () => {
  const due = "2027-03-10";
  const groupAt = (today: string) => groupOf({ day: due, waiting: false }, today);
  expect(["2027-03-03", "2027-03-04", "2027-03-09", due, "2027-03-11"].map(groupAt)).toEqual([
    "later",
    "week",
    "week",
    "today",
    "past",
  ]);
  fc.assert(
    fc.property(day, fc.nat(60), (today, ahead) => {
      const at = (from: string) => taskGroups.indexOf(groupOf({ day: addDays(today, 30), waiting: false }, from));
      expect(at(addDays(today, ahead + 1))).toBeLessThanOrEqual(at(addDays(today, ahead)));
    }),
  );
});

test("tasks are in the order of their days, those without one last, and those of one day as they came", () => {
  fc.assert(
    fc.property(fc.array(urgent), (tasks) => {
      const sorted = sortByDay(tasks.map((it, at) => ({ ...it, at })));
      for (const [at, one] of sorted.entries()) {
        const next = sorted[at + 1];
        if (!next) continue;
        const before = one.day === next.day ? one.at < next.at : next.day === null || (one.day ?? "9") < next.day;
        expect(before).toBe(true);
      }
    }),
  );
});
