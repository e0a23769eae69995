import { rm } from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { readOutbox } from "@/lib/platform/mail/delivery";
import { briefingWorld } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { officeRow } from "@/tests/support/office-row";
import { mailPoll, sendDateMail } from "./jobs.dates";
import { dateLinkToken } from "./read.date-links";
import { answerDates } from "./write.date-answers";
import { remindOfDates, revokeDateLink, sendDateLink } from "./write.date-links";
import { changeDate } from "./write.dates";

const origin = "http://localhost:3000";
const options = [
  { wallStart: "2027-03-09T10:00", wallEnd: "2027-03-09T11:30" },
  { wallStart: "2027-03-16T10:00", wallEnd: "2027-03-16T11:30" },
];
const requestedAt = new Date();
const job = { job: { id: "7", created_at: requestedAt } };
let lines = 0;
let world: Awaited<ReturnType<typeof briefingWorld>>;
let office: Awaited<ReturnType<typeof db.office.create>>;
let slug: string;

/** Each from a line of its own: what is counted is then this test's own. */
async function ask(token: string, given?: { body: object; headers: Record<string, string> }) {
  const line = `2001:db8:1:${(++lines).toString(16)}::1`;
  const headers = { origin, "x-concerted": "1", "content-type": "application/json", "x-concerted-address": line };
  const request = given
    ? { method: "PUT", headers: { ...headers, ...given.headers }, body: JSON.stringify(given.body) }
    : { headers: { "x-concerted-address": line } };
  const answer = await handleRequest(new Request(`${origin}/api/v1/date-polls/${token}`, request), handleRest);
  return { status: answer.status, text: await answer.text() };
}

const first = { "if-none-match": "*" };
const yesTo = (at: number, revision = 1) => ({
  answers: [{ option: world.dates[at]?.id ?? "", revision, answer: "yes" as const }],
});
const send = async () => {
  const { id } = await sendDateLink(world.hosting, { id: slug, office: office.slug, language: "en" });
  return dateLinkToken(id);
};
const outbox = async () => (await readOutbox(0, 100)).mails;
const waitingMails = () => db.briefingMail.findMany({ where: { briefingId: world.briefing.id, sentAt: null } });
async function sendWaiting() {
  for (const { id } of await waitingMails()) await sendDateMail({ mail: id }, job);
}

/** All that a reading could have touched. */
const everything = async () => {
  const inviteeIds = world.invitees.map((it) => it.id);
  const where = { inviteeId: { in: inviteeIds } };
  return JSON.stringify([
    await db.dateLink.findMany({ where }),
    await db.dateReply.findMany({ where }),
    await db.dateAnswer.findMany({ where }),
    await db.briefing.findUnique({ where: { id: world.briefing.id } }),
    await db.activity.count({ where: { subject: `briefing/${world.briefing.id}` } }),
  ]);
};

beforeEach(async () => {
  await rm(path.join(env().dataDirectory, "outbox"), { recursive: true, force: true });
  const name = `office-${(++lines).toString(36)}-${Date.now().toString(36)}`;
  office = await db.office.create({ data: { ...officeRow(name), contactAddress: `${name}@gov.example` } });
  world = await briefingWorld({ options, offices: [office], titleEn: "The secret title" });
  slug = world.briefing.slug;
});

test("a link shows the dates, the own answer and counts; never who was asked nor on what they meet", async () => {
  const token = await send();
  expect(token).toMatch(/^[\w-]{22}$/);
  const { status, text } = await ask(token);
  expect(status).toBe(200);
  const shown = JSON.parse(text);
  expect(shown.dates).toHaveLength(2);
  expect(shown.dates[0].tally).toEqual({ yes: 0, ifNeedBe: 0, no: 0, unanswered: 2 });
  expect(text).not.toContain(world.other.slug);
  expect(text).not.toContain("The secret title");
});

test("the reading of a link changes nothing, however often a mail scanner opens it", async () => {
  const token = await send();
  const before = await everything();
  for (let i = 0; i < 5; i++) expect((await ask(token)).status).toBe(200);
  expect(await everything()).toBe(before);
});

test("a link answers for its invitee, without an account; of the answer no activity and no copy is kept", async () => {
  const token = await send();
  const before = await db.activity.count();
  expect(await ask(token, { body: yesTo(0), headers: first })).toMatchObject({ status: 200 });
  expect((await ask(token, { body: yesTo(1), headers: first })).status).toBe(412);
  expect((await ask(token, { body: yesTo(1), headers: { "if-match": '"1"' } })).status).toBe(200);
  expect((await ask(token, { body: yesTo(1), headers: {} })).status).toBe(428);
  expect(JSON.parse((await ask(token)).text).own.answers).toEqual({
    [world.dates[0]?.id ?? ""]: null,
    [world.dates[1]?.id ?? ""]: "yes",
  });
  expect(await db.activity.count()).toBe(before);
  const kept = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "KeptAnswer" WHERE "route" LIKE '%date-polls%'`;
  expect(kept[0]?.count).toBe(0);
});

test("unknown, malformed, rotated, expired, taken back and no longer asked: one answer, to reading and to answering", async () => {
  const rotated = await send();
  const live = await send();
  expect((await ask(live)).status).toBe(200);
  const answers = [await ask("nothing"), await ask("AAAAAAAAAAAAAAAAAAAAAA"), await ask(rotated)];
  const link = await db.dateLink.findFirstOrThrow({
    where: { revokedAt: null, invitee: { briefingId: world.briefing.id } },
  });
  const change = (data: object) => db.dateLink.update({ where: { id: link.id }, data });
  const past = new Date(Date.now() - 1000);
  await change({ expiresAt: past });
  answers.push(await ask(live));
  await change({ expiresAt: link.expiresAt });
  await db.briefingInvitee.update({ where: { id: link.inviteeId }, data: { removedAt: past } });
  answers.push(await ask(live), await ask(live, { body: yesTo(0), headers: first }));
  await db.briefingInvitee.update({ where: { id: link.inviteeId }, data: { removedAt: null } });
  await revokeDateLink(world.hosting, slug, link.id);
  answers.push(await ask(live), await ask(live, { body: yesTo(0), headers: first }));
  for (const { status, text } of answers) {
    expect(status).toBe(404);
    expect(text.replace(/"instance":"[^"]*"/, "")).toBe(answers[0]?.text.replace(/"instance":"[^"]*"/, ""));
  }
});

test("a link answers no date of another meeting, and none that was changed since it was shown", async () => {
  const token = await send();
  const elsewhere = await briefingWorld({ options });
  const foreign = { answers: [{ option: elsewhere.dates[0]?.id ?? "", revision: 1, answer: "yes" }] };
  expect((await ask(token, { body: foreign, headers: first })).status).toBe(400);
  const date = { zone: "America/Toronto", allDay: false, ...options[0], wallStart: "2027-03-09T09:00", note: {} };
  await changeDate(
    world.hosting,
    { id: slug, option: world.dates[0]?.id ?? "", date: { ...date, wallEnd: "2027-03-09T10:30" } },
    1,
  );
  expect((await ask(token, { body: yesTo(0), headers: first })).status).toBe(409);
  expect((await ask(token, { body: yesTo(0, 2), headers: first })).status).toBe(200);
});

test("one link is asked with so often and no more, from wherever", async () => {
  const token = await send();
  const statuses = [];
  for (let i = 0; i < 125; i++) statuses.push((await ask(token)).status);
  expect(statuses.slice(0, 120).every((it) => it === 200)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
});

test("the mail names neither the meeting nor anybody, holds the link, and goes once however often the job runs", async () => {
  const token = await send();
  const [mail] = await waitingMails();
  await sendDateMail({ mail: mail?.id ?? "" }, job);
  await sendDateMail({ mail: mail?.id ?? "" }, job);
  const mails = await outbox();
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([[office.contactAddress, "A date is looked for"]]);
  expect(mails[0]?.text).toContain(`${origin}/en/date-poll/${token}`);
  expect(`${mails[0]?.subject} ${mails[0]?.text}`).not.toMatch(/secret title|Org /);
  const [stored] = await db.dateLink.findMany({ where: { invitee: { briefingId: world.briefing.id } } });
  expect(JSON.stringify(stored)).not.toContain(token);
});

test("a link that another took the place of is not mailed any more", async () => {
  await send();
  const token = await send();
  await sendWaiting();
  const mails = await outbox();
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain(token);
});

test("only those who have not answered are reminded, once in a round; what is asked anew begins another", async () => {
  const invited = { id: slug, organization: world.other.slug, noneWorks: false };
  const all = [0, 1].flatMap((at) => yesTo(at).answers);
  await answerDates(world.invited, { ...invited, answers: all }, null, "en");
  const remind = async () => {
    await remindOfDates(world.hosting, slug);
    await mailPoll({ briefing: world.briefing.id, kind: "reminder" });
    await sendWaiting();
  };
  await remind();
  await expect(remind()).rejects.toMatchObject({ reason: "remindedAlready" });
  const reminded = (await outbox()).map(({ to }) => to);
  expect(reminded).toEqual([world.hosting.email]);
  const date = { zone: "America/Toronto", allDay: false, note: {} };
  const moved = { ...date, wallStart: "2027-03-11T10:00", wallEnd: "2027-03-11T11:30" };
  await changeDate(world.hosting, { id: slug, option: world.dates[0]?.id ?? "", date: moved }, 1);
  await remind();
  expect((await outbox()).map(({ to }) => to).sort()).toEqual(
    [world.hosting.email, world.hosting.email, world.invited.email].sort(),
  );
});

test("the host is told once when everybody has answered, the office too, and not before", async () => {
  const all = [0, 1].flatMap((at) => yesTo(at).answers);
  const mailAll = async () => {
    await mailPoll({ briefing: world.briefing.id, kind: "all_answered" });
    await sendWaiting();
  };
  const given = { id: slug, noneWorks: false, answers: all };
  await answerDates(world.invited, { ...given, organization: world.other.slug }, null, "en");
  await answerDates(world.hosting, { ...given, organization: world.host.slug }, null, "en");
  await mailAll();
  expect(await outbox()).toEqual([]);
  const token = await send();
  await ask(token, { body: { answers: all }, headers: first });
  await db.briefingMail.updateMany({ where: { kind: "link" }, data: { sentAt: new Date() } });
  await mailAll();
  await mailAll();
  expect((await outbox()).map(({ to, subject }) => [to, subject])).toEqual([
    [world.hosting.email, "Everybody has answered"],
  ]);
});

test("whoever left meanwhile is not mailed", async () => {
  await mailPoll({ briefing: world.briefing.id, kind: "poll" });
  await db.representation.updateMany({
    where: { personId: world.invited.personId ?? "" },
    data: { endedAt: new Date() },
  });
  await sendWaiting();
  expect((await outbox()).map(({ to }) => to)).toEqual([world.hosting.email]);
});

test("links are sent by the host alone, to somebody who is asked, at some address", async () => {
  const stranger = await as(await given.signatory(await given.organization()));
  await expect(sendDateLink(stranger, { id: slug, office: office.slug, language: "en" })).rejects.toMatchObject({
    reason: "notTheHost",
  });
  await expect(sendDateLink(world.hosting, { id: slug, office: "nobody", language: "en" })).rejects.toMatchObject({
    reason: "notInvited",
  });
  await db.office.update({ where: { id: office.id }, data: { contactAddress: null } });
  await expect(send()).rejects.toMatchObject({ field: "address", reason: "required" });
});
