import { rm } from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { readOutbox } from "@/lib/platform/mail/delivery";
import { sha256 } from "@/lib/platform/text/digest";
import { type Viewer, visitor } from "@/lib/viewer/schema";
import { as, given } from "@/tests/support/builders";
import { sendInvitation } from "./jobs.invitations";
import { invitationToken, listInvitations, openInvitation } from "./read.invitations";
import { acceptInvitation } from "./write.accept-invitation";
import { invite, resendInvitation, revokeInvitation } from "./write.invitations";

let organization: Awaited<ReturnType<typeof given.organization>>;
let signer: Viewer;
let email: string;

const refusal = (code: string, reason: string) => expect.objectContaining({ name: "Refusal", code, reason });
const gone = refusal("NOT_FOUND", "noSuchInvitation");
const requestInvitation = () => ({ slug: organization.slug, email, language: "fr" as const });
const partsOf = (address: string) => db.representation.findMany({ where: { person: { email: address } } });

beforeEach(async () => {
  await db.rateWindow.deleteMany({});
  await rm(path.join(env().dataDirectory, "outbox"), { recursive: true, force: true });
  organization = await given.organization();
  signer = await as(await given.signatory(organization));
  email = `${crypto.randomUUID()}@invited.example`;
});

test("the mail goes to the invited address, names nobody, and its link opens the invitation", async () => {
  const { id } = await invite(signer, requestInvitation());
  await sendInvitation({ invitation: id, round: 1 }, { job: { id: "1", created_at: new Date() } });
  const [mail] = (await readOutbox(0, 10)).mails;
  expect(mail).toMatchObject({ to: email, subject: "Une invitation pour vous" });
  for (const told of [organization.slug, organization.nameFr, signer.name ?? "-", email])
    expect(mail?.text).not.toContain(told);
  const link = new URL(/https?:\/\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  expect(link.origin + link.pathname).toBe("http://localhost:3000/fr/invitation");
  const opened = await openInvitation(visitor, link.searchParams.get("token") ?? "");
  expect(opened).toMatchObject({ organization: { slug: organization.slug }, fits: "nobodySignedIn" });
  expect(JSON.stringify(opened)).not.toContain(email);
});

test("no token is kept: not in its table, the queue or the record", async () => {
  const { id } = await invite(signer, requestInvitation());
  const token = invitationToken(id, 1);
  const kept = await db.invitation.findUniqueOrThrow({ where: { id } });
  expect(kept.tokenHash).toBe(sha256(token));
  const queue = await db.$queryRaw`SELECT payload::text FROM graphile_worker._private_jobs`;
  const told = await db.activity.findMany({
    where: { kind: "invitation.sent" },
    select: { facts: true, subject: true },
  });
  expect(JSON.stringify([kept, queue, told])).not.toContain(token);
  expect(JSON.stringify([queue, told])).not.toContain(email);
});

test("whoever accepts belongs, holds no mandate, is not signed in by it, and is mailed the usual link", async () => {
  const { id } = await invite(signer, requestInvitation());
  const token = invitationToken(id, 1);
  expect(await acceptInvitation(visitor, token)).toMatchObject({ linkSent: true });
  const person = await db.person.findUniqueOrThrow({ where: { email }, include: { sessions: true, mandates: true } });
  expect(person).toMatchObject({ language: "fr", emailVerified: null, sessions: [], mandates: [] });
  expect(await partsOf(email)).toMatchObject([
    { organizationId: organization.id, endedAt: null, shownTo: "organization" },
  ]);
  const queue = await db.$queryRaw<{ payload: unknown }[]>`
    SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'email' = ${email}`;
  expect(queue).toEqual([{ payload: { email, language: "fr", next: "/fr/welcome" } }]);
  await expect(acceptInvitation(visitor, token)).rejects.toEqual(gone);
});

test("somebody who has an account accepts signed in, keeps their other organizations and gets no mail", async () => {
  const other = await given.organization();
  const someone = await given.representative(other);
  email = someone.email;
  const { id } = await invite(signer, requestInvitation());
  const viewer = await as(someone);
  expect(await openInvitation(viewer, invitationToken(id, 1))).toMatchObject({ fits: "you" });
  expect(await acceptInvitation(viewer, invitationToken(id, 1))).toMatchObject({ linkSent: false });
  expect((await as(someone)).representations.map((it) => it.slug).sort()).toEqual(
    [organization.slug, other.slug].sort(),
  );
});

test("an account elsewhere and no account at all are invited with the same answer", async () => {
  const known = await given.representative(await given.organization());
  const strip = ({ id: _, email: __, sentAt: ___, expiresAt: ____, ...rest }: object & Record<string, unknown>) => rest;
  const [one, other] = [
    await invite(signer, { ...requestInvitation(), email: known.email }),
    await invite(signer, requestInvitation()),
  ];
  expect(strip(one)).toEqual(strip(other));
});

test("sending again makes the earlier link worthless and gives another week", async () => {
  const { id } = await invite(signer, requestInvitation());
  await db.invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  expect(await resendInvitation(signer, { slug: organization.slug, id })).toMatchObject({ state: "waiting" });
  await expect(acceptInvitation(visitor, invitationToken(id, 1))).rejects.toEqual(gone);
  expect(await acceptInvitation(visitor, invitationToken(id, 2))).toMatchObject({ linkSent: true });
});

test("a mail whose invitation was sent again or taken back meanwhile is not sent", async () => {
  const { id } = await invite(signer, requestInvitation());
  await resendInvitation(signer, { slug: organization.slug, id });
  const job = { job: { id: "1", created_at: new Date() } };
  await sendInvitation({ invitation: id, round: 1 }, job);
  expect((await readOutbox(0, 10)).mails).toEqual([]);
  await revokeInvitation(signer, { slug: organization.slug, id });
  await sendInvitation({ invitation: id, round: 2 }, job);
  expect((await readOutbox(0, 10)).mails).toEqual([]);
});

test("a mail that is tried again carries the same link", async () => {
  const { id } = await invite(signer, requestInvitation());
  const job = { job: { id: "1", created_at: new Date() } };
  for (let i = 0; i < 2; i++) await sendInvitation({ invitation: id, round: 1 }, job);
  const [one, two] = (await readOutbox(0, 10)).mails;
  expect([one?.text, one?.messageId]).toEqual([two?.text, two?.messageId]);
});

test("signatories invite; where nobody signs its contact does, and no representative in either case", async () => {
  const representative = await as(await given.representative(organization));
  await expect(invite(representative, requestInvitation())).rejects.toEqual(refusal("FORBIDDEN", "mayNotInvite"));
  await expect(listInvitations(representative, { slug: organization.slug, limit: 10 })).rejects.toEqual(
    refusal("FORBIDDEN", "mayNotInvite"),
  );
  await db.mandate.updateMany({ where: { personId: signer.personId ?? "" }, data: { revokedAt: new Date() } });
  await expect(invite(representative, requestInvitation())).rejects.toEqual(refusal("FORBIDDEN", "mayNotInvite"));
  // Nobody was named, so the contact is who has belonged longest.
  const contact = await as({ id: signer.personId ?? "" });
  expect(await invite(contact, requestInvitation())).toMatchObject({ state: "waiting" });
});

test("an observer's people invite each other, though nobody signs for it", async () => {
  organization = await given.organization({ status: "observer" });
  const someone = await as(await given.memberOf(organization));
  expect(await invite(someone, requestInvitation())).toMatchObject({ email, state: "waiting" });
});

test("for whoever does not belong, inviting answers as if there were no such organization", async () => {
  const absent = refusal("NOT_FOUND", "noSuchOrganization");
  const elsewhere = await as(await given.signatory(await given.organization()));
  const administrator = await as(await given.person({ administrator: true }));
  for (const viewer of [elsewhere, administrator])
    await expect(invite(viewer, requestInvitation())).rejects.toEqual(absent);
  const suspended = await given.organization({ status: "suspended" });
  const stranded = await as(await given.signatory(suspended));
  await expect(invite(stranded, { ...requestInvitation(), slug: suspended.slug })).rejects.toEqual(absent);
});

test("who belongs or was invited already is not invited twice; after the time is over they are", async () => {
  const member = await given.memberOf(organization);
  await expect(invite(signer, { ...requestInvitation(), email: member.email })).rejects.toEqual(
    refusal("CONFLICT", "belongsAlready"),
  );
  const { id } = await invite(signer, requestInvitation());
  await expect(invite(signer, requestInvitation())).rejects.toEqual(refusal("CONFLICT", "invitedAlready"));
  await db.invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  expect((await invite(signer, requestInvitation())).id).not.toBe(id);
});

test("a mailbox is invited five times a day at most", async () => {
  for (let i = 0; i < 5; i++) {
    const { id } = await invite(signer, requestInvitation());
    await revokeInvitation(signer, { slug: organization.slug, id });
  }
  await expect(invite(signer, requestInvitation())).rejects.toEqual(refusal("TOO_MANY_REQUESTS", "tooManyInvitations"));
});
