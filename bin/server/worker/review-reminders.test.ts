import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { instantOn } from "@/lib/platform/time/offset-at";
import { readToday } from "@/lib/platform/time/today";
import { addDays } from "@/lib/positions/rules";
import { given } from "@/tests/support/builders";
import { startMailServer } from "@/tests/support/servers/mail-server";

const server = await startMailServer();
// Read at the first use of the configuration, which is still to come.
process.env.SMTP_URL = server.url;
process.env.LOG_LEVEL = "silent";
const { remindOfReviews } = await import("@/lib/positions/jobs.reviews");
const { workQueue } = await import("./queue");

const { today } = await readToday(db);
const longAgo = new Date("2026-01-01T12:00:00Z");
let organization: Awaited<ReturnType<typeof given.organization>>;

/** A position that comes up for review in so many days, and whoever drafts and signs for its organization. */
async function positionDue(days: number, since = longAgo) {
  const proposition = await given.proposition();
  const reviewBy = addDays(today, days);
  return given.standing({ organization, proposition, since, reviewBy });
}

const arrivedAt = (email: string) => server.arrived.filter(({ to }) => to === email);

/** The nightly work, and then every mail that waits, whatever hour it is for. */
async function work() {
  await remindOfReviews();
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET "run_at" = now()`;
  const queue = await workQueue({ pollInterval: 25, concurrency: 3, onLost: () => undefined });
  await expect.poll(countJobs, { timeout: 20_000 }).toBe(0);
  await queue.stop();
}

async function countJobs() {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM graphile_worker._private_jobs`;
  return rows[0]?.count;
}

beforeEach(async () => {
  organization = await given.organization();
});
afterEach(async () => {
  server.arrived.length = 0;
  await db.position.updateMany({ data: { reviewBy: null } });
});
afterAll(async () => {
  await server.close();
  await db.$disconnect();
});

test("thirty and seven days before a review whoever drafts or signs is told, each in their language, once", async () => {
  const signatory = await given.signatory(organization);
  const drafter = await given.representative(organization);
  await db.person.update({ where: { id: drafter.id }, data: { language: "fr" } });
  const bystander = await given.memberOf(organization);
  const elsewhere = await given.signatory(organization, { themes: [await given.theme()] });
  const spent = await given.signatory(organization, { revokedAt: longAgo });
  await positionDue(30);
  await positionDue(7);
  await positionDue(31);
  await work();
  await work();
  expect(server.arrived.map(({ to }) => to).sort()).toEqual([drafter.email, signatory.email].sort());
  for (const nobody of [bystander, elsewhere, spent]) expect(arrivedAt(nobody.email)).toEqual([]);
  expect(arrivedAt(signatory.email)[0]?.subject).toBe("Something comes up for review");
  expect(arrivedAt(drafter.email)[0]?.raw).toMatch(/\/fr\r?\n/);
});

test("a reminder says nothing of what it is about, nor of whose it is", async () => {
  const signatory = await given.signatory(organization);
  const { propositionId } = await positionDue(30);
  const { slug } = await db.proposition.findUniqueOrThrow({ where: { id: propositionId } });
  await work();
  const [mail] = arrivedAt(signatory.email);
  for (const secret of [slug, organization.slug, organization.nameEn, "support"])
    expect(mail?.raw).not.toContain(secret);
});

test("a worker that was down on the day makes up for it once; past the review day it says nothing", async () => {
  const signatory = await given.signatory(organization);
  await positionDue(22);
  await positionDue(-1);
  await work();
  await work();
  expect(arrivedAt(signatory.email)).toHaveLength(1);
  server.arrived.length = 0;
  // Three weeks without work: both are due at once, and told by one mail.
  await positionDue(2);
  await work();
  expect(arrivedAt(signatory.email)).toHaveLength(1);
  await work();
  expect(arrivedAt(signatory.email)).toHaveLength(1);
});

test("a week before, another mail comes, and a new review day is told anew", async () => {
  const signatory = await given.signatory(organization);
  const { id } = await positionDue(30);
  await work();
  // Three weeks later, as the reminders that were kept see it.
  const reviewBy = new Date(addDays(today, 7));
  await db.reviewReminder.updateMany({ where: { positionId: id }, data: { reviewBy } });
  await db.position.update({ where: { id }, data: { reviewBy } });
  await work();
  expect(arrivedAt(signatory.email)).toHaveLength(2);
  await db.position.update({ where: { id }, data: { reviewBy: new Date(addDays(today, 29)) } });
  await work();
  expect(arrivedAt(signatory.email)).toHaveLength(3);
});

test("sixteen workers at once remind once", async () => {
  const signatory = await given.signatory(organization);
  await positionDue(30);
  await Promise.all(Array.from({ length: 16 }, () => remindOfReviews()));
  await work();
  expect(arrivedAt(signatory.email)).toHaveLength(1);
});

const [first, last] = ["Pacific/Kiritimati", "Pacific/Pago_Pago"];

test.each([
  // The day of the network has begun where days begin, and has not where they end: there its morning is still to come.
  [first, last, true],
  [last, first, false],
])("in a network of %s a mail to %s waits for that reader's morning, or goes at once where it is over: %s", async (network, timeZone, waits) => {
  const person = await given.signatory(organization);
  await db.person.update({ where: { id: person.id }, data: { timeZone } });
  await positionDue(29);
  await db.network.update({ where: { id: 1 }, data: { timeZone: network } });
  const { today: there } = await readToday(db);
  await remindOfReviews();
  await db.network.update({ where: { id: 1 }, data: { timeZone: "America/Toronto" } });
  const rows = await db.$queryRaw<{ runAt: Date; createdAt: Date }[]>`
    SELECT j."run_at" AS "runAt", j."created_at" AS "createdAt"
    FROM graphile_worker._private_jobs j WHERE j."payload" ->> 'person' = ${person.id}`;
  const [job] = rows;
  if (!job || rows.length > 1) throw new Error("one mail is left with the worker");
  expect(job.runAt).toEqual(waits ? instantOn(timeZone, there, "08:00") : job.createdAt);
  expect(job.runAt > job.createdAt).toBe(waits);
  await work();
  expect(arrivedAt(person.email)).toHaveLength(1);
});
