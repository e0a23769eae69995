import "server-only";
import { randomUUID } from "node:crypto";
import { db, type Tx, transact } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { clientKey } from "@/lib/platform/http/client-key.mjs";
import { consumeQuota } from "@/lib/platform/http/rate-limit";
import { Refusal } from "@/lib/platform/http/refusal";
import { enqueue } from "@/lib/platform/jobs/queue";
import { emailChangeHours } from "@/lib/platform/session/durations";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { emailChangeObstacle, mayChangeEmail } from "./policy.email";
import { emailChangeToken, shownChange, toEmailChange } from "./read.email";
import { type Side, sides } from "./schema.email";

async function mustBeWithinMeasure(personId: string, address: string) {
  const { signInPerAccount, signInPerAddress } = env().rates;
  const counts = [
    await consumeQuota({ name: "email change", most: signInPerAccount, minutes: 15 }, personId),
    await consumeQuota({ name: "email change line", most: signInPerAddress, minutes: 15 }, clientKey(address)),
  ];
  if (counts.includes(false)) throw new Refusal("TOO_MANY_REQUESTS", "tooManyEmailChanges", { retryAfter: 900 });
}

/**
 * Asks that another address take the place of one's own, and has both asked by mail. Nobody is looked up for it, so it is
 * answered alike, and with the same work, for an address that is somebody's and for one that is nobody's. What was asked
 * before is over: its links open nothing any more.
 */
export async function requestEmailChange(viewer: Viewer, address: string, newEmail: string) {
  const obstacle = emailChangeObstacle(viewer, await readClock(db));
  const { personId } = viewer;
  if (obstacle || personId === null) throw new Refusal("FORBIDDEN", obstacle ?? "emailByPerson");
  if (newEmail === viewer.email) throw new Refusal("CONFLICT", "sameEmail");
  await mustBeWithinMeasure(personId, address);
  return transact(async (tx) => {
    const createdAt = await readClock(tx);
    await tx.emailChange.deleteMany({ where: { personId } });
    const id = randomUUID();
    const expiresAt = new Date(createdAt.getTime() + emailChangeHours * 3_600_000);
    const hashOf = (side: Side) => sha256(emailChangeToken(id, side));
    const row = await tx.emailChange.create({
      data: { id, personId, newEmail, newTokenHash: hashOf("new"), oldTokenHash: hashOf("old"), createdAt, expiresAt },
      select: shownChange,
    });
    for (const side of sides) await enqueue(tx, "send_email_change", { change: id, side });
    await record(tx, "person.emailChangeRequested", viewer, `person/${personId}`, { change: id });
    return toEmailChange(row);
  });
}

/** Takes back what one asked for; both links open nothing from now on. */
export async function stopEmailChange(viewer: Viewer) {
  const { personId } = viewer;
  if (personId === null || !mayChangeEmail(viewer)) throw new Refusal("FORBIDDEN", "emailByPerson");
  return transact(async (tx) => {
    const [stopped] = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM "EmailChange" WHERE "personId" = ${personId}::uuid AND "expiresAt" > now() RETURNING "id"`;
    if (!stopped) throw new Refusal("NOT_FOUND", "noEmailChange");
    await record(tx, "person.emailChangeStopped", viewer, `person/${personId}`, { change: stopped.id });
    return { stopped: true as const };
  });
}

type LockedChange = { id: string; personId: string; newEmail: string; email: string; side: Side; other: Date | null };

/** Found by its hash and locked: of many who press the button at once, one confirms and the others find nothing. */
async function lockChange(tx: Tx, token: string): Promise<LockedChange> {
  const hash = sha256(token);
  const rows = await tx.$queryRaw<LockedChange[]>`
    SELECT c."id", c."personId", c."newEmail", p."email",
      CASE WHEN c."newTokenHash" = ${hash} THEN 'new' ELSE 'old' END AS "side",
      CASE WHEN c."newTokenHash" = ${hash} THEN c."oldConfirmedAt" ELSE c."newConfirmedAt" END AS "other"
    FROM "EmailChange" c JOIN "Person" p ON p."id" = c."personId"
    WHERE (c."newTokenHash" = ${hash} OR c."oldTokenHash" = ${hash}) AND c."expiresAt" > now() FOR UPDATE`;
  if (!rows[0]) throw new Refusal("NOT_FOUND", "noSuchEmailChange");
  return rows[0];
}

/** Whoever holds a mailed link speaks for the person it is about, as with signing in. */
const actorOf = ({ personId }: LockedChange) => ({ personId, token: null });

/** Confirms one side, once. The second to confirm makes it so: sessions, mandates, passkeys and history stay as they are. */
export async function confirmEmailChange(token: string) {
  return transact(async (tx) => {
    const change = await lockChange(tx, token);
    const now = await readClock(tx);
    const { id, personId, side } = change;
    if (change.other === null) {
      const data =
        side === "new" ? { newConfirmedAt: now, newTokenHash: null } : { oldConfirmedAt: now, oldTokenHash: null };
      await tx.emailChange.update({ where: { id }, data });
      await record(tx, "person.emailConfirmed", actorOf(change), `person/${personId}`, { change: id, side });
      return { state: "waiting" as const };
    }
    await tx.emailChange.delete({ where: { id } });
    // A key that was taken in the same moment collides, and the whole is run again: then it is seen here.
    if ((await tx.person.count({ where: { email: change.newEmail } })) > 0) {
      await record(tx, "person.emailChangeStopped", actorOf(change), `person/${personId}`, { change: id });
      return { state: "ended" as const };
    }
    await tx.person.update({ where: { id: personId }, data: { email: change.newEmail, emailVerified: now } });
    // A link on its way to the old address would sign in nobody, or whoever has that address next.
    await tx.signInLink.deleteMany({ where: { email: change.email } });
    await record(tx, "person.emailChanged", actorOf(change), `person/${personId}`, { change: id, side });
    return { state: "changed" as const };
  });
}

/** Either mailbox says no: nothing changes, and the other link opens nothing any more. */
export async function refuseEmailChange(token: string) {
  return transact(async (tx) => {
    const change = await lockChange(tx, token);
    await tx.emailChange.delete({ where: { id: change.id } });
    await record(tx, "person.emailChangeStopped", actorOf(change), `person/${change.personId}`, {
      change: change.id,
      side: change.side,
    });
    return { stopped: true as const };
  });
}
