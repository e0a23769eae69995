import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { visitor } from "@/lib/viewer/schema";
import { briefingWorld } from "@/tests/support/build-briefings";
import { officeRow } from "@/tests/support/office-row";
import { logisticsWork } from "./jobs.logistics";
import { dateLinkToken, openDatePoll } from "./read.date-links";
import { getPoll } from "./read.dates";
import { answerDates } from "./write.date-answers";
import { remindOfDates, sendDateLink } from "./write.date-links";
import { changeDate } from "./write.dates";

const options = [
  { wallStart: "2027-03-09T10:00", wallEnd: "2027-03-09T11:30" },
  { wallStart: "2027-03-16T10:00", wallEnd: "2027-03-16T11:30" },
];
let world: Awaited<ReturnType<typeof briefingWorld>>;
let slug: string;
const ally = () => ({
  ...{ id: slug, organization: world.other.slug, address: "ally@link.example", language: "en" as const },
});

beforeEach(async () => {
  world = await briefingWorld({ options });
  slug = world.briefing.slug;
});

test("nobody is reminded where nobody can be mailed, or once answers are closed", async () => {
  await db.representation.updateMany({
    where: { organizationId: world.other.id },
    data: { endedAt: new Date() },
  });
  const all = world.dates.map((it) => ({ option: it.id, revision: 1, answer: "yes" as const }));
  const own = { id: slug, organization: world.host.slug, noneWorks: false, answers: all };
  await answerDates(world.hosting, own, null, "en");
  await expect(remindOfDates(world.hosting, slug)).rejects.toMatchObject({ reason: "nobodyToRemind" });
  await sendDateLink(world.hosting, ally());
  expect(await remindOfDates(world.hosting, slug)).toEqual({ waiting: 1 });
  await db.briefing.update({
    where: { id: world.briefing.id },
    data: { answersCloseWall: "2026-01-01T17:00", answersCloseAt: new Date("2026-01-01T22:00:00Z") },
  });
  await expect(remindOfDates(world.hosting, slug)).rejects.toMatchObject({ reason: "answersOver" });
});

test("that everybody has answered is looked for as well when the last date without an answer is withdrawn", async () => {
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await changeDate(world.hosting, { id: slug, option: world.dates[1]?.id ?? "", withdrawn: true }, 1);
  const jobs = await db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`;
  expect(jobs.map((it) => it.key)).toContain(`tell_of_poll:all_answered:${world.briefing.id}`);
});

test("a link that is sent anew has a mail of its own although the one it takes the place of is deleted", async () => {
  for (let n = 0; n < 3; n++) {
    await sendDateLink(world.hosting, ally());
    await logisticsWork.jobs.delete_logistics();
  }
  const mails = await db.briefingMail.findMany({ where: { briefingId: world.briefing.id, kind: "link" } });
  expect(mails.map((it) => it.sequence).sort()).toEqual([1, 2, 3]);
});

test("of the days that close, a link names those of the law and of where its invitee is, and nothing that was entered", async () => {
  const day = { wallStart: "2027-06-24T10:00", wallEnd: "2027-06-24T11:30" };
  const office = await db.office.create({ data: officeRow(`office-${Date.now().toString(36)}`) });
  world = await briefingWorld({ options: [day], offices: [office] });
  slug = world.briefing.slug;
  await db.organization.update({ where: { id: world.other.id }, data: { province: "QC" } });
  const rest = { firstOn: new Date("2027-06-24"), lastOn: new Date("2027-06-24"), nameEn: "Our rest", nameFr: "Repos" };
  const { id } = await db.blackout.create({ data: rest });
  const kindsBehind = async (input: Parameters<typeof sendDateLink>[1]) => {
    const { id: link } = await sendDateLink(world.hosting, input);
    const poll = await openDatePoll(visitor, dateLinkToken(link), "2001:db8:2::1");
    return poll.dates[0]?.closings.map((it) => it.kind);
  };
  const minister = { id: slug, office: office.slug, address: "minister@link.example", language: "en" as const };
  expect(await kindsBehind(minister)).toEqual([]);
  expect(await kindsBehind(ally())).toEqual(["quebec"]);
  const decide = (quebecDay: boolean) => db.network.update({ where: { id: 1 }, data: { quebecDay } });
  await decide(true);
  expect(await kindsBehind(minister), "what the network keeps everywhere is its own business").toEqual([]);
  const inside = (await getPoll(world.hosting, slug)).dates[0]?.closings.map((it) => it.kind);
  await decide(false);
  expect(inside).toEqual(["quebec", "blackout"]);
  await db.blackout.delete({ where: { id } });
});
