import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { briefingWorld } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { listBriefingTasks } from "./tasks";

const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
const kindsFor = async (viewer: Parameters<typeof listBriefingTasks>[0], slug: string) =>
  (await listBriefingTasks(viewer, await readToday(db)))
    .filter(({ thing }) => thing === slug)
    .map(({ kind }) => kind)
    .sort();

test("dates are asked for until each has an answer to it as it is now", async () => {
  const options = [{ wallStart: "2126-03-01T10:00", wallEnd: "2126-03-01T12:00" }];
  const { briefing, invitees, dates, invited, other } = await briefingWorld({ options });
  const mine = invitees.find((it) => it.organizationId === other.id)?.id ?? "";
  const [date] = dates;
  expect(await kindsFor(invited, briefing.slug)).toEqual(["poll"]);
  const answer = { inviteeId: mine, optionId: date?.id ?? "" };
  await db.dateAnswer.create({ data: { ...answer, revision: 1, answer: "no" } });
  expect(await kindsFor(invited, briefing.slug)).toEqual([]);
  // A date that was changed is asked for again, by a key of its own.
  await db.dateOption.update({ where: { id: date?.id ?? "" }, data: { revision: 2 } });
  const tasks = await listBriefingTasks(invited, await readToday(db));
  expect(tasks.filter(({ thing }) => thing === briefing.slug)).toMatchObject([{ kind: "poll", version: 2, day: null }]);
  // "None of these works" was said of the dates that there were: another is asked for.
  await db.dateReply.create({ data: { inviteeId: mine, noneWorks: true, answeredAt: new Date() } });
  expect(await kindsFor(invited, briefing.slug)).toEqual(["poll"]);
  await db.dateAnswer.updateMany({ where: answer, data: { revision: 2 } });
  expect(await kindsFor(invited, briefing.slug)).toEqual([]);
});

test("who comes and what one does is asked for before a scheduled meeting, an item until the call closes", async () => {
  const callClosesOn = new Date("2126-01-01");
  const { briefing, invitees, invited, other } = await briefingWorld({ wallStart: later(20), callClosesOn });
  expect(await kindsFor(invited, briefing.slug)).toEqual(["attendance", "items", "update"]);
  const mine = invitees.find((it) => it.organizationId === other.id)?.id ?? "";
  await db.briefingAttendance.create({ data: { inviteeId: mine, answer: "not_coming" } });
  await db.agendaItem.create({
    data: {
      ...{ briefingId: briefing.id, kind: "free", titleEn: "Item", minutes: 5, createdAt: new Date() },
      proposedById: other.id,
    },
  });
  await db.updateFiling.create({ data: { briefingId: briefing.id, organizationId: other.id, filedAt: new Date() } });
  expect(await kindsFor(invited, briefing.slug)).toEqual([]);
  // Whoever comes at one time may not at another.
  await db.briefing.update({ where: { id: briefing.id }, data: { sequence: { increment: 1 } } });
  expect(await kindsFor(invited, briefing.slug)).toEqual(["attendance"]);
});

test("nothing is asked for of whoever is not invited, of what is over, or of who was taken off the list", async () => {
  const { briefing, invitees, invited } = await briefingWorld({ wallStart: later(20) });
  expect(await kindsFor(await as(await given.memberOf(await given.organization())), briefing.slug)).toEqual([]);
  await db.briefingInvitee.updateMany({
    where: { id: { in: invitees.map(({ id }) => id) } },
    data: { removedAt: new Date() },
  });
  expect(await kindsFor(invited, briefing.slug)).toEqual([]);
  const past = await briefingWorld({ wallStart: later(-20) });
  expect(await kindsFor(past.invited, past.briefing.slug)).toEqual([]);
});
