import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { briefingWorld } from "@/tests/support/build-briefings";
import { getAttendance, listAttendance } from "./read.attendance";
import { getBriefingCalendar } from "./read.briefing-calendar";
import { answerAttendance } from "./write.attendance";
import { moveBriefing } from "./write.meeting-time";

afterAll(() => db.$disconnect());

const wallStart = "2028-12-12T09:00";

test("an organization answers for itself; the host reads all, others nothing, and the record nothing at all", async () => {
  const { host, other, hosting, invited, briefing } = await briefingWorld({ wallStart });
  const recorded = await db.activity.count();
  const answer = {
    id: briefing.slug,
    organization: other.slug,
    answer: "coming" as const,
    people: ["Ana", "", "Zoé"],
  };
  expect(await answerAttendance(invited, answer, null)).toEqual({
    answer: "coming",
    people: ["Ana", "Zoé"],
    version: 1,
    earlierTime: false,
  });
  await expect(answerAttendance(invited, answer, null)).rejects.toMatchObject({ reason: "changedMeanwhile" });
  await expect(answerAttendance(hosting, answer, 1)).rejects.toMatchObject({ reason: "notYourAnswer" });
  const list = await listAttendance(hosting, { id: briefing.slug, limit: 50 }, "en");
  expect(list.counts).toEqual({ coming: 1, not_coming: 0, undecided: 0, silent: 1, people: 2 });
  expect(list.items.map((it) => it.answer?.people ?? null)).toEqual(expect.arrayContaining([null, ["Ana", "Zoé"]]));
  await expect(listAttendance(invited, { id: briefing.slug, limit: 50 }, "en")).rejects.toMatchObject({
    reason: "notTheHost",
  });
  await expect(getAttendance(invited, briefing.slug, host.slug)).rejects.toMatchObject({ reason: "notYourAnswer" });
  expect((await getBriefingCalendar(invited, briefing.slug)).attendance).toMatchObject([
    { answer: { people: ["Ana", "Zoé"] } },
  ]);
  expect(await db.activity.count()).toBe(recorded);
  await moveBriefing(hosting, { id: briefing.slug, wallStart: "2028-12-13T10:30" }, 1);
  expect((await listAttendance(hosting, { id: briefing.slug, limit: 50 }, "en")).counts).toMatchObject({
    ...{ coming: 0, silent: 2, people: 0 },
  });
  expect(await getAttendance(invited, briefing.slug, other.slug)).toMatchObject({ earlierTime: true, version: 1 });
});
