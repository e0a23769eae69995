import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { readOutbox } from "@/lib/platform/mail/delivery";
import { given } from "@/tests/support/builders";
import { ownerDb } from "@/tests/support/owner-db";
import { type NoticesFor, notificationJobs } from "./jobs.notifications";
import { recorderOf } from "./record";
import { id, notified } from "./schema";

type Person = Awaited<ReturnType<typeof given.person>>;

const kinds = { "thing.opened": notified({ thing: id }), "thing.closed": notified() };
const record = recorderOf(kinds);
let concerned: string[];
let text: () => string;
const notices: NoticesFor<typeof kinds> = {
  "thing.opened": {
    recipients: async () => concerned,
    mail: ({ facts }, _, { page }) => ({ subject: "Opened", text: `${text()} ${page(`/things/${facts.thing}`)}` }),
  },
  "thing.closed": { recipients: async () => [], mail: () => ({ subject: "", text: "" }) },
};
const { notify, send_notification: send } = notificationJobs(notices);

let people: [Person, Person, Person];
let activity: string;
const thing = randomUUID();

async function open(personId: string | null = null) {
  const subject = `thing/${randomUUID()}`;
  await transact((tx) => record(tx, "thing.opened", { personId, token: null }, subject, { thing }));
  return String((await db.activity.findFirstOrThrow({ where: { subject } })).id);
}

/** Who waits for a mail about this, by the jobs that were left. */
async function waiting(about = activity): Promise<string[]> {
  const rows = await db.$queryRaw<{ person: string }[]>`
    SELECT j."payload"->>'person' AS "person" FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t."id" = j."task_id"
    WHERE t."identifier" = 'send_notification' AND j."payload"->>'activity' = ${about}`;
  return rows.map((it) => it.person).sort();
}
const mail = (person: string, about = activity) =>
  send({ activity: about, person }, { job: { id: "1", created_at: new Date(0) } });
const arrived = async () => (await readOutbox(0, 100)).mails.map(({ to }) => to).sort();
const idsOf = (list: readonly Person[]) => list.map((it) => it.id).sort();
const emailsOf = (list: readonly { email: string }[]) => list.map((it) => it.email).sort();

beforeEach(async () => {
  await rm(path.join(env().dataDirectory, "outbox"), { recursive: true, force: true });
  people = [await given.person(), await given.person(), await given.person()];
  concerned = idsOf(people);
  text = () => "Read it:";
  activity = await open();
});
afterAll(() => db.$disconnect());

test("however often and by however many workers at once an event is gone through, each person is mailed about it once", async () => {
  await Promise.all(Array.from({ length: 8 }, () => notify({ activity })));
  await notify({ activity });
  expect(await waiting()).toEqual(idsOf(people));
  for (const { id: person } of people) {
    await mail(person);
    await mail(person);
  }
  // Long after, when no job is in the queue any more that would be recognized by its key.
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await notify({ activity });
  expect(await waiting()).toEqual([]);
  expect(await arrived()).toEqual(emailsOf(people));
});

test("two events are two mails to the same person", async () => {
  const other = await open();
  for (const about of [activity, other]) {
    await notify({ activity: about });
    for (const person of await waiting(about)) await mail(person, about);
  }
  expect(await arrived()).toEqual(emailsOf([...people, ...people]));
});

test("nobody is mailed about what they did themselves, and whoever is named for two reasons is mailed once", async () => {
  const own = await open(people[0].id);
  concerned = [...idsOf(people), people[1].id];
  await notify({ activity: own });
  expect(await waiting(own)).toEqual(idsOf([people[1], people[2]]));
});

test("whoever is concerned no more when the mail goes out, or is there no more, is not mailed", async () => {
  await notify({ activity });
  concerned = [people[0].id, people[2].id];
  await ownerDb.person.delete({ where: { id: people[2].id } });
  for (const { id: person } of people) await mail(person);
  expect(await arrived()).toEqual([people[0].email]);
  // A mail that nobody decided on is not sent either.
  const stranger = await given.person();
  concerned = [stranger.id];
  await mail(stranger.id);
  expect(await arrived()).toEqual([people[0].email]);
});

test("a mail is composed when it goes out, with a link in its reader's language; one that failed is sent at the next attempt", async () => {
  await db.person.update({ where: { id: people[0].id }, data: { language: "fr" } });
  await notify({ activity });
  text = () => {
    throw new Error("not now");
  };
  await expect(mail(people[0].id)).rejects.toThrow("not now");
  text = () => "As of now:";
  await mail(people[0].id);
  await mail(people[1].id);
  const { mails } = await readOutbox(0, 10);
  const { origin } = env();
  expect(mails.map((it) => it.text).sort()).toEqual(
    [`As of now: ${origin}/en/things/${thing}`, `As of now: ${origin}/fr/things/${thing}`].sort(),
  );
  const rows = await db.notification.findMany({ where: { activityId: BigInt(activity), sentAt: null } });
  expect(rows.map((it) => it.personId)).toEqual([people[2].id]);
});

test("an event that nothing says whom it concerns is a failure, and one that is in the record no more is none", async () => {
  const { notify: unaware } = notificationJobs({});
  await expect(unaware({ activity })).rejects.toThrow("thing.opened");
  await notify({ activity: "999999999" });
  expect(await waiting("999999999")).toEqual([]);
});

test("who took the place of somebody that left before the mail went out is mailed instead, once", async () => {
  const [left, took] = people;
  concerned = [left.id];
  await notify({ activity });
  expect(await waiting()).toEqual([left.id]);
  concerned = [took.id];
  await mail(left.id);
  await mail(left.id);
  const [again] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM graphile_worker._private_jobs WHERE "key" = ${`notify:${activity}`}`;
  expect(again?.count).toBe(1);
  await notify({ activity });
  expect(await waiting()).toEqual([left.id, took.id].sort());
  await mail(took.id);
  expect(await arrived()).toEqual(emailsOf([took]));
});
