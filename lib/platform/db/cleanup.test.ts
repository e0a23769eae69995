import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { deleteExpiredRequests } from "@/lib/organizations/write.expired";
import { given } from "@/tests/support/builders";
import { ownerDb } from "@/tests/support/owner-db";
import { deleteExpiredRows } from "./cleanup";
import { db } from "./client";

const hour = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * hour);
let personId: string;

beforeEach(async () => {
  await ownerDb.person.deleteMany({});
  await db.signInLink.deleteMany({});
  await db.idempotencyKey.deleteMany({});
  await db.rateWindow.deleteMany({});
  personId = (await db.person.create({ data: { email: "rep.red-cedar@demo.example" } })).id;
});
afterAll(() => db.$disconnect());

const session = (expires: number, seen: number) =>
  db.session.create({ data: { tokenHash: randomUUID(), personId, expiresAt: at(expires), lastSeenAt: at(seen) } });
const link = (expires: number) =>
  db.signInLink.create({ data: { tokenHash: randomUUID(), email: "a@demo.example", expiresAt: at(expires) } });
const answer = (created: number) =>
  db.idempotencyKey.create({
    data: {
      accountId: personId,
      key: randomUUID(),
      route: "r",
      bodyDigest: "d",
      status: 200,
      headers: {},
      body: "",
      createdAt: at(created),
    },
  });
const window = (starts: number) =>
  db.rateWindow.create({ data: { key: randomUUID(), startsAt: at(starts), count: 1 } });

const progress = (updated: number) =>
  db.importProgress.create({ data: { id: randomUUID(), personId: randomUUID(), done: 1, total: 2, at: at(updated) } });

const invitation = async (expires: number) => {
  const { id: organizationId } = await given.organization();
  const details = {
    email: `${randomUUID()}@demo.example`,
    language: "en",
    invitedById: personId,
    tokenHash: randomUUID(),
  };
  return db.invitation.create({ data: { organizationId, ...details, sentAt: at(-1_000), expiresAt: at(expires) } });
};

const emailChange = async (expires: number) => {
  const { id } = await db.person.create({ data: { email: `${randomUUID()}@demo.example` } });
  return db.emailChange.create({ data: { personId: id, newEmail: "b@demo.example", expiresAt: at(expires) } });
};

const notification = (written: number) =>
  db.notification.create({ data: { activityId: BigInt(1 - written), personId, at: at(written) } });

test("what is over goes, and what can still be used stays", async () => {
  const kept = [
    await session(1, -1),
    await link(0.1),
    await answer(-47),
    await window(-23),
    await progress(-23),
    await invitation(-29 * 24),
    await emailChange(1),
    await notification(-89 * 24),
  ];
  const over = [session(-1, -1), session(20, -9), link(-0.1), answer(-49), window(-25), progress(-25)];
  await Promise.all([...over, invitation(-31 * 24), emailChange(-1), notification(-91 * 24)]);
  expect({ ...(await deleteExpiredRows()), ...(await deleteExpiredRequests()) }).toEqual({
    Application: 0,
    Ceremony: 0,
    EmailChange: 1,
    SignInAttempt: 0,
    SignInLink: 1,
    Session: 2,
    KeptAnswer: 1,
    ImportProgress: 1,
    Invitation: 1,
    Notification: 1,
    RateWindow: 1,
  });
  const [sessions, links] = [await db.session.findMany(), await db.signInLink.findMany()];
  const [answers, windows] = [await db.idempotencyKey.findMany(), await db.rateWindow.findMany()];
  const [told, invitations] = [await db.importProgress.findMany(), await db.invitation.findMany()];
  const [changes, notifications] = [await db.emailChange.findMany(), await db.notification.findMany()];
  const left = [sessions, links, answers, windows, told, invitations, changes, notifications].flat();
  expect(left).toEqual(kept);
});

test("more than one statement should remove goes in several", async () => {
  await db.$executeRaw`INSERT INTO "RateWindow" SELECT 'k' || n, now() - interval '2 days', 1 FROM generate_series(1, 12000) AS n`;
  expect((await deleteExpiredRows()).RateWindow).toBe(12_000);
  expect(await db.rateWindow.count()).toBe(0);
});

test("two sweeps at once do it once", async () => {
  await db.$executeRaw`INSERT INTO "RateWindow" SELECT 'k' || n, now() - interval '2 days', 1 FROM generate_series(1, 500) AS n`;
  const [one, other] = await Promise.all([deleteExpiredRows(), deleteExpiredRows()]);
  expect((one.RateWindow ?? 0) + (other.RateWindow ?? 0)).toBe(500);
});
