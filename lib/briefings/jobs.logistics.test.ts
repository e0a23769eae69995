import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { briefingWorld } from "@/tests/support/build-briefings";
import { listStatements } from "@/tests/support/count-statements";
import { logisticsDays } from "./constants";
import { logisticsWork } from "./jobs.logistics";

afterAll(() => db.$disconnect());

const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);
const deleteLogistics = () => logisticsWork.jobs.delete_logistics();
const whole = { answers: 1, replies: 1, links: 1, attendance: 1, attendees: 1, mails: 1 };
const nothing = { answers: 0, replies: 0, links: 0, attendance: 0, attendees: 0, mails: 0 };

type Change = NonNullable<Parameters<typeof briefingWorld>[0]>;

/** A meeting of which everything was said that can be, with a link that still opens. */
async function answered(meeting: Change) {
  const options = [{ wallStart: "2027-03-09T10:00", wallEnd: "2027-03-09T11:30" }];
  const world = await briefingWorld({ options, ...meeting });
  const inviteeId = world.invitees[1]?.id ?? "";
  const [at, later] = [new Date(), new Date(Date.now() + day)];
  const optionId = world.dates[0]?.id ?? "";
  await db.dateAnswer.create({ data: { inviteeId, optionId, revision: 1, answer: "no" } });
  await db.dateReply.create({ data: { inviteeId, note: "Ours is away.", answeredAt: at } });
  await db.dateLink.create({ data: linkOf(inviteeId, later) });
  await db.briefingAttendance.create({
    data: { inviteeId, answer: "coming", people: { create: { number: 1, name: "Ana Roy" } } },
  });
  const mail = { briefingId: world.briefing.id, kind: "request", sequence: 1, recipientId: randomUUID() };
  await db.briefingMail.create({ data: { ...mail, sentAt: at } });
  return { id: world.briefing.id, inviteeId };
}

const linkOf = (inviteeId: string, expiresAt: Date, revokedAt: Date | null = null) => ({
  ...{
    inviteeId,
    tokenHash: randomUUID(),
    address: "minister@gov.example",
    createdAt: daysAgo(9),
    expiresAt,
    revokedAt,
  },
});

async function countLeft({ id: briefingId, inviteeId }: { id: string; inviteeId: string }) {
  const where = { inviteeId };
  return {
    answers: await db.dateAnswer.count({ where }),
    replies: await db.dateReply.count({ where }),
    links: await db.dateLink.count({ where }),
    attendance: await db.briefingAttendance.count({ where }),
    attendees: await db.briefingAttendee.count({ where }),
    mails: await db.briefingMail.count({ where: { briefingId } }),
  };
}

const endedAgo = (days: number, more: Change = {}): Change => ({
  ...{ wallStart: "2026-10-01T10:00", startsAt: daysAgo(days + 1), endsAt: daysAgo(days), ...more },
});
const cancelledAgo = (days: number): Change => ({ state: "cancelled", stampedAt: daysAgo(days) });
const published = (attribution: Change["attribution"]): Change =>
  endedAgo(1, { state: "published", ...(attribution && { attribution }) });

beforeEach(deleteLogistics);

test.each<[string, Change, object]>([
  ["asked about", {}, whole],
  ["to come", endedAgo(-3), whole],
  ["over since a month, less a day", endedAgo(logisticsDays - 1), whole],
  ["over since a month and a day", endedAgo(logisticsDays + 1), nothing],
  ["cancelled since a month, less a day", cancelledAgo(logisticsDays - 1), whole],
  ["cancelled since a month and a day", cancelledAgo(logisticsDays + 1), nothing],
  ["published on the record", published("on_record"), whole],
  [
    "published a month after it, on the record",
    endedAgo(31, { state: "published", attribution: "on_record" }),
    nothing,
  ],
  ["published, not for attribution", published("not_for_attribution"), nothing],
  ["published under the Chatham House rule", published("chatham_house"), nothing],
  ["published with decisions alone", published("decisions_only"), nothing],
  ["over since yesterday, and not published", endedAgo(1, { attribution: "decisions_only" }), whole],
])("of a meeting that is %s, a night leaves what it still needs", async (_, meeting, left) => {
  const made = await answered(meeting);
  const recorded = await db.activity.count();
  await deleteLogistics();
  expect(await countLeft(made)).toEqual(left);
  expect(await db.activity.count(), "no row of the record tells of it").toBe(recorded);
  expect(await db.briefingInvitee.count({ where: { id: made.inviteeId } }), "who was asked stays").toBe(1);
});

test("an address behind a link that opens nothing any more is gone after a night, and the link that opens stays", async () => {
  const made = await answered({});
  const live = await db.dateLink.findFirstOrThrow({ where: { inviteeId: made.inviteeId } });
  await db.dateLink.createMany({
    data: [linkOf(made.inviteeId, daysAgo(1)), linkOf(made.inviteeId, daysAgo(-5), daysAgo(0))],
  });
  await deleteLogistics();
  expect(await db.dateLink.findMany({ where: { inviteeId: made.inviteeId } })).toEqual([live]);
});

test("however many meetings are over, a night takes the same few statements", async () => {
  for (let n = 0; n < 3; n++) await answered(endedAgo(40 + n));
  expect(await listStatements(deleteLogistics)).toHaveLength(5);
});
