import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { verifyChain } from "@/lib/activity/read";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { readOutbox } from "@/lib/platform/mail/delivery";
import { as, given } from "@/tests/support/builders";
import { ownerDb } from "@/tests/support/owner-db";
import { notifyOfEmailReplaced } from "./jobs.operator-email";
import { createToken } from "./write";
import { replaceEmail } from "./write.operator-email";

const [from, to] = ["lost@mailbox.example", "found@mailbox.example"];
const refusedBecause = (reason: string) => expect.objectContaining({ name: "Refusal", reason });
const later = () => new Date(Date.now() + 3_600_000);
let person: { id: string };

const stateOf = async () => ({
  email: (await db.person.findUniqueOrThrow({ where: { id: person.id } })).email,
  sessions: await db.session.count({ where: { personId: person.id } }),
  tokens: await db.accessToken.count({ where: { personId: person.id, revokedAt: null } }),
  links: await db.signInLink.count(),
  changes: await db.emailChange.count({ where: { personId: person.id } }),
  invitations: await db.invitation.count({ where: { email: from } }),
  applications: await db.application.count({ where: { contactEmail: from, confirmedAt: null } }),
});

const applyFrom = (contactEmail: string, confirmedAt: Date | null) => {
  const words = { nameEn: "Muskeg Letters", nameFr: "Lettres du muskeg", mandateEn: "Letters.", mandateFr: "Lettres." };
  const kind = { type: "other", province: "ON", workingLanguage: "en", language: "en" } as const;
  const data = { ...words, ...kind, contactName: "A. Lost", contactEmail, why: "To write.", confirmedAt };
  return db.application.create({ data });
};

async function inviteTo(email: string) {
  const { id: organizationId } = await given.organization();
  const sent = { sentAt: new Date(), expiresAt: later(), tokenHash: randomUUID() };
  await db.invitation.create({ data: { organizationId, email, language: "en", invitedById: randomUUID(), ...sent } });
}

beforeEach(async () => {
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await db.signInLink.deleteMany({});
  await db.invitation.deleteMany({ where: { email: { endsWith: "mailbox.example" } } });
  await db.application.deleteMany({ where: { contactEmail: { endsWith: "mailbox.example" } } });
  await ownerDb.person.deleteMany({ where: { email: { endsWith: "mailbox.example" } } });
  person = await given.signatory(await given.organization());
  await db.person.update({
    where: { id: person.id },
    data: { email: from, emailVerified: new Date(), language: "fr" },
  });
  await createToken(await as(person), { name: "Laptop", scope: "read", days: 30 });
  await db.signInLink.create({ data: { tokenHash: randomUUID(), email: from, expiresAt: later() } });
  await db.emailChange.create({ data: { personId: person.id, newEmail: "else@mailbox.example", expiresAt: later() } });
  await inviteTo(from);
  await applyFrom(from, null);
});
afterAll(() => db.$disconnect());

test("looking at what a change of address would end changes nothing and mails nobody", async () => {
  const before = await stateOf();
  const rows = await db.activity.count();
  expect(await replaceEmail(from, to, false)).toEqual({ sessions: 1, tokens: 1, invitations: 1, passkeys: 0 });
  expect(await stateOf()).toEqual(before);
  const open = { links: 1, changes: 1, invitations: 1, applications: 1 };
  expect(before).toEqual({ email: from, sessions: 1, tokens: 1, ...open });
  expect(await db.activity.count()).toBe(rows);
  expect(await db.$queryRaw`SELECT FROM graphile_worker.jobs`).toEqual([]);
});

test("with the new address every session, token, link and invitation has ended; mandates stay, and the record says by hand", async () => {
  const mandates = await db.mandate.count({ where: { personId: person.id } });
  await replaceEmail("Lost@Mailbox.example", "Found@Mailbox.example", true);
  const none = { sessions: 0, tokens: 0, links: 0, changes: 0, invitations: 0, applications: 0 };
  expect(await stateOf()).toEqual({ email: to, ...none });
  expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({ emailVerified: null });
  expect(mandates).toBeGreaterThan(0);
  expect(await db.mandate.count({ where: { personId: person.id } })).toBe(mandates);
  const last = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(last).toMatchObject({ kind: "person.emailChanged", actorId: null, subject: `person/${person.id}` });
  expect(last.facts).toEqual({ commandLine: true, sessions: 1, tokens: 1 });
  expect(await verifyChain()).toMatchObject({ firstBad: null });
});

test("what others were invited to and applied for stays, and so does an application confirmed before", async () => {
  const other = "second@mailbox.example";
  await inviteTo(other);
  const kept = [await applyFrom(other, null), await applyFrom(from, new Date())].map(({ id }) => id);
  await replaceEmail(from, to, true);
  expect(await db.invitation.count({ where: { email: other } })).toBe(1);
  expect(await db.application.count({ where: { id: { in: kept } } })).toBe(2);
});

test("the lost mailbox is told in its person's language, without the new address and without a link that opens anything", async () => {
  await rm(path.join(env().dataDirectory, "outbox"), { recursive: true, force: true });
  await replaceEmail(from, to, true);
  const [job] = await db.$queryRaw<{ task: string; payload: { email: string; language: "en" | "fr" } }[]>`
    SELECT t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id`;
  expect(job).toEqual({ task: "send_email_replaced", payload: { email: from, language: "fr" } });
  await notifyOfEmailReplaced(job?.payload ?? { email: "", language: "en" }, {
    job: { id: "1", created_at: new Date() },
  });
  const { mails } = await readOutbox(0, 10);
  expect(mails).toMatchObject([{ to: from, subject: "Votre adresse a été remplacée" }]);
  expect(mails[0]?.text).not.toContain("@");
  expect(mails[0]?.text).not.toContain("token=");
});

test("nobody is moved to an address that is somebody's, their own, or none, and nobody who is not there is moved", async () => {
  await given.person({ email: "other@mailbox.example" });
  const before = await stateOf();
  for (const taken of ["other@mailbox.example", from])
    await expect(replaceEmail(from, taken, true)).rejects.toEqual(refusedBecause("emailTaken"));
  await expect(replaceEmail("nobody@mailbox.example", to, true)).rejects.toEqual(refusedBecause("noSuchPerson"));
  for (const none of ["found", "f\u043eund@mailbox.example", ""])
    await expect(replaceEmail(from, none, true)).rejects.toMatchObject({
      name: "ZodError",
      issues: [{ path: ["to"] }],
    });
  expect(await stateOf()).toEqual(before);
});

test("of two that are moved to one address at once, one is", async () => {
  const other = await given.person({ email: "second@mailbox.example" });
  const done = await Promise.allSettled([
    replaceEmail(from, to, true),
    replaceEmail("second@mailbox.example", to, true),
  ]);
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.person.count({ where: { email: to, id: { in: [person.id, other.id] } } })).toBe(1);
});
