import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { readToday } from "@/lib/platform/time/today";
import { addDays } from "@/lib/positions/rules";
import { given } from "@/tests/support/builders";
import { startMailServer } from "@/tests/support/servers/mail-server";

const server = await startMailServer();
// Read at the first use of the configuration, which is still to come.
process.env.SMTP_URL = server.url;
process.env.LOG_LEVEL = "silent";
const { remindOfReviews } = await import("@/lib/positions/jobs");
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

test("a mail waits for the morning of its reader's own zone, or goes at once where that is over", async () => {
  const zones = { "Pacific/Kiritimati": "past", "Pacific/Pago_Pago": "later" };
  for (const timeZone of Object.keys(zones)) {
    const person = await given.signatory(organization);
    await db.person.update({ where: { id: person.id }, data: { timeZone } });
  }
  await positionDue(30);
  await remindOfReviews();
  const rows = await db.$queryRaw<{ zone: string; right: boolean }[]>`
    SELECT p."timeZone" AS "zone",
      j."run_at" = GREATEST(j."created_at", (${today}::date + time '08:00') AT TIME ZONE p."timeZone") AS "right"
    FROM graphile_worker._private_jobs j JOIN "Person" p ON p."id"::text = j."payload" ->> 'person'`;
  expect(rows.map(({ right }) => right)).toEqual([true, true]);
  await work();
  expect(server.arrived).toHaveLength(2);
});
