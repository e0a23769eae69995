import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { dueMails, type MailRow } from "./rules.invitations";

const now = new Date("2026-12-01T12:00Z");
const endsAt = new Date("2026-12-15T12:00Z");
const people = ["ana", "bo", "cy"];
const entries = ["first", "second"];

/** What became of a meeting: each time another date, none, or none any more, and others who are asked. */
const turn = fc.record({
  state: fc.constantFrom("scheduled", "polling", "cancelled"),
  entryId: fc.constantFrom(...entries),
  invited: fc.subarray(people),
});

test("after whatever became of it, each calendar holds the entry that it should, by mails that go once", () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), (turns) => {
      const rows: MailRow[] = [];
      const calendars = new Map(people.map((it) => [it, new Set<string>()]));
      turns.forEach(({ state, entryId, invited }, sequence) => {
        const meeting = { state, sequence, endsAt, entryId: state === "polling" ? null : entryId };
        for (const { kind, recipientId, entryId: entry } of dueMails(meeting, invited, rows, now)) {
          expect(
            rows.filter((it) => it.kind === kind && it.recipientId === recipientId && it.sequence === sequence),
          ).toEqual([]);
          rows.push({ kind, recipientId, entryId: entry, sequence });
          const calendar = calendars.get(recipientId);
          if (kind === "request") calendar?.add(entry);
          else calendar?.delete(entry);
        }
        expect(dueMails(meeting, invited, rows, now)).toEqual([]);
        for (const person of people)
          expect([...(calendars.get(person) ?? [])]).toEqual(
            state === "scheduled" && invited.includes(person) ? [entryId] : [],
          );
      });
    }),
    { numRuns: 500 },
  );
});

test("nobody hears of a meeting that is over", () => {
  const meeting = { state: "scheduled", sequence: 1, endsAt: now, entryId: "first" };
  expect(dueMails(meeting, people, [], now)).toEqual([]);
});
