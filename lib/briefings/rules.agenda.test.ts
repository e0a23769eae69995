import { expect, test } from "vitest";
import { fc } from "@/tests/support/fast-check";
import { attributionRules } from "./constants";
import { agendaKinds } from "./constants.agenda";
import {
  addUp,
  agendaObstacle,
  callObstacle,
  findLooser,
  findMisplacedApproval,
  minutesOver,
  outcomeObstacle,
  titleOf,
} from "./rules.agenda";
import { attributionOf } from "./rules.attribution";
import { filingObstacle } from "./rules.updates";

const lengths = fc.array(
  fc.integer({ min: 0, max: 600 }).map((minutes) => ({ minutes })),
  { maxLength: 60 },
);
const at = (hours: number) => new Date(Date.UTC(2027, 0, 19, hours));

test("each item begins when those before it are over, and the last is over at the total", () => {
  fc.assert(
    fc.property(lengths, (items) => {
      const { after, total } = addUp(items);
      expect(after).toHaveLength(items.length);
      expect(after[0] ?? 0).toBe(0);
      for (const [place, begins] of after.entries())
        expect(after[place + 1] ?? total).toBe(begins + (items[place]?.minutes ?? 0));
    }),
  );
});

test("an agenda is too long by what it has beyond its meeting, and never by less than nothing", () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(1440), (total, meeting) => {
      expect(minutesOver(total, meeting)).toBe(total > meeting ? total - meeting : 0);
    }),
  );
});

test("an item has its own title in whichever language it has one, and else that of the thing", () => {
  const pair = (en: string | null, fr: string | null) => ({ en, fr });
  const about = { title: pair("Field monitoring", "Suivi sur le terrain") };
  expect(titleOf({ title: pair(null, null), about })).toEqual(about.title);
  expect(titleOf({ title: pair(null, "La liste"), about })).toEqual(pair(null, "La liste"));
  expect(titleOf({ title: pair(null, null), about: null })).toBeNull();
});

test("an item's rule is refused exactly where it writes no less than the meeting's", () => {
  const rule = fc.constantFrom(...attributionRules);
  fc.assert(
    fc.property(rule, fc.array(fc.option(rule), { maxLength: 8 }), (meeting, own) => {
      const items = own.map((attribution) => ({ attribution }));
      const looser = findLooser(items, meeting);
      const order = (it: (typeof own)[number]) => (it ? attributionRules.indexOf(it) : 99);
      expect(looser).toBe(own.findIndex((it) => order(it) <= attributionRules.indexOf(meeting)));
      if (looser < 0) for (const it of own) expect(attributionOf(it, meeting)).toBe(it ?? meeting);
    }),
  );
});

test("minutes are approved before anything else is spoken about", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...agendaKinds), { maxLength: 10 }), (kinds) => {
      const head = kinds.findIndex((kind) => kind !== "approval");
      const late = head >= 0 && kinds.slice(head).includes("approval");
      expect(findMisplacedApproval(kinds.map((kind) => ({ kind }))) >= 0).toBe(late);
    }),
  );
});

const meeting = { state: "scheduled", startsAt: at(15), endsAt: at(17) };

test("the order may change until the meeting is over; what was reached is said from its beginning on", () => {
  expect([14, 16, 17].map((hour) => agendaObstacle(meeting, at(hour)))).toEqual([null, null, "agendaOver"]);
  expect([14, 15, 30].map((hour) => outcomeObstacle(meeting, at(hour)))).toEqual(["notBegunYet", null, null]);
  expect(outcomeObstacle({ ...meeting, startsAt: null }, at(30))).toBe("notBegunYet");
  for (const obstacle of [agendaObstacle, outcomeObstacle])
    expect(obstacle({ ...meeting, state: "cancelled" }, at(16))).toBe("briefingCancelled");
  expect(agendaObstacle({ ...meeting, state: "published" }, at(16))).toBe("minutesPublished");
  expect(outcomeObstacle({ ...meeting, state: "published" }, at(30)), "minutes say what was reached").toBeNull();
});

test("items are proposed through the day of the call, and neither without one nor after the meeting", () => {
  const call = { ...meeting, callClosesOn: "2027-01-12" };
  const on = (today: string, hour = 1) => callObstacle(call, at(hour), today);
  expect(["2027-01-11", "2027-01-12", "2027-01-13"].map((day) => on(day))).toEqual([null, null, "callClosed"]);
  expect(callObstacle({ ...call, callClosesOn: null }, at(1), "2027-01-01")).toBe("noCallForItems");
  expect(on("2027-01-12", 18)).toBe("agendaOver");
});

test("updates are filed before members meet, and before nothing else", () => {
  const members = { ...meeting, kind: "civil_society", part: "meeting" };
  expect(filingObstacle(members, at(16))).toBeNull();
  expect(filingObstacle({ ...members, endsAt: null }, at(16))).toBeNull();
  expect(filingObstacle(members, at(17))).toBe("updatesClosed");
  expect(filingObstacle({ ...members, kind: "government" }, at(1))).toBe("noUpdatesHere");
  expect(filingObstacle({ ...members, part: "debrief" }, at(1))).toBe("noUpdatesHere");
  expect(filingObstacle({ ...members, state: "cancelled" }, at(1))).toBe("briefingCancelled");
});
