import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { enqueue } from "@/lib/platform/jobs/queue";
import { readClock } from "@/lib/platform/time/clock";
import { readToday } from "@/lib/platform/time/today";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { isConvener, mayAdminister } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { findOwnOrganization } from "../organizations/read.own-organization";
import { record } from "./activity";
import { mayAgreeToRecovery, mayTakePart, mayWithdrawRecovery } from "./policy.recovery";
import { readGrantContext } from "./read.grant-context";
import { findRecovering, readMissing } from "./read.recovery";
import { endRecovery } from "./record.recovery";
import { datesObstacle } from "./rules";
import { type BeginRecoveryInput, objectionDays, type RecoveryKey } from "./schema.recovery";
import { toAuthorityColumns } from "./write.grant";

const lockOrganization = (tx: Tx, id: string) =>
  tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${id}::uuid FOR UPDATE`;

/**
 * Begins to restore an organization for which too few sign. Its contact names one of its people, and everybody of it is told
 * at once; anybody else of it puts themselves forward, which the administrator and the convener then have to agree to.
 */
export async function beginRecovery(viewer: Viewer, input: BeginRecoveryInput) {
  return transact(async (tx) => {
    const organization = await findOwnOrganization(tx, viewer, input.slug);
    const { id: organizationId, status } = organization;
    if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
    await lockOrganization(tx, organizationId);
    await lockRights(tx, viewer);
    if (status !== "member") throw new Refusal("CONFLICT", "notAMember");
    const { now, today } = await readToday(tx);
    const { everSigned, ofOne, contactId } = await readGrantContext(tx, organizationId);
    const { missing, signatories } = await readMissing(tx, organization, now);
    if (!missing) throw new Refusal("CONFLICT", "enoughSign");
    if (!everSigned || ofOne) throw new Refusal("CONFLICT", "firstMandateInstead");
    const byContact = contactId === viewer.personId;
    const { person: nomineeId } = input;
    if (!byContact && nomineeId !== viewer.personId) throw new Refusal("FORBIDDEN", "onlyTheContactNames");
    if (signatories.includes(nomineeId)) throw new Refusal("CONFLICT", "signsAlready");
    await requirePart(tx, organizationId, nomineeId);
    const obstacle = datesObstacle({ today, instrumentDate: input.instrumentDate });
    if (obstacle) throw new Refusal("CONFLICT", obstacle);
    await giveWay(tx, viewer, { organizationId, byContact, now });
    const asked = { organizationId, nomineeId, askedById: viewer.personId, askedAt: now, byContact };
    const { id } = await tx.signatoryRecovery.create({
      data: { ...asked, ...toAuthorityColumns(input) },
      select: { id: true },
    });
    if (byContact) await announce(tx, viewer, { id, ...asked }, now);
    else
      await record(tx, "recovery.requested", viewer, `organization/${organizationId}`, {
        recovery: id,
        nominee: nomineeId,
      });
    return { id };
  });
}

async function requirePart(tx: Tx, organizationId: string, personId: string) {
  const there = await tx.representation.count({ where: { personId, organizationId, endedAt: null } });
  if (there === 0) throw new Refusal("CONFLICT", "notOfTheOrganization");
}

type Beginning = { organizationId: string; byContact: boolean; now: Date };

/** One at a time. Somebody who put themselves forward, and to whom nobody has agreed, gives way to the contact. */
async function giveWay(tx: Tx, viewer: Viewer, { organizationId, byContact, now }: Beginning) {
  const open = await tx.signatoryRecovery.findFirst({ where: { organizationId, outcome: null } });
  if (!open) return;
  if (open.announcedAt || !byContact) throw new Refusal("CONFLICT", "recoveryOpen");
  await endRecovery(tx, viewer, open, { outcome: "lapsed", at: now });
}

type Announced = { id: string; organizationId: string; nomineeId: string; byContact: boolean };

/** From now on its people have seven days to object; then the worker gives the mandate. */
async function announce(tx: Tx, viewer: Viewer, { id, organizationId, nomineeId, byContact }: Announced, now: Date) {
  const effectiveAt = new Date(now.getTime() + objectionDays * 86_400_000);
  await tx.signatoryRecovery.update({ where: { id }, data: { announcedAt: now, effectiveAt } });
  await enqueue(tx, "complete_recovery", { recovery: id }, { runAt: effectiveAt, key: `complete_recovery:${id}` });
  const facts = { recovery: id, nominee: nomineeId, byContact };
  await record(tx, "recovery.announced", viewer, `organization/${organizationId}`, facts);
}

/** Locked with its organization: of two who act on it at once, the second finds what the first made of it. */
async function lockRecovery(tx: Tx, viewer: Viewer, { slug, id }: RecoveryKey) {
  const { id: organizationId } = await findRecovering(tx, viewer, slug);
  await lockOrganization(tx, organizationId);
  const found = await tx.signatoryRecovery.findFirst({ where: { id, organizationId } });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchRecovery");
  return found;
}

/** Agrees from outside, as the administrator or as the convener; where both have, it is announced. */
export async function agreeToRecovery(viewer: Viewer, key: RecoveryKey) {
  return transact(async (tx) => {
    const found = await lockRecovery(tx, viewer, key);
    const { id, organizationId } = found;
    if (!mayAgreeToRecovery(viewer, found)) throw new Refusal("FORBIDDEN", "administratorAndConvener");
    if (found.outcome || found.announcedAt) throw new Refusal("CONFLICT", "recoveryMovedOn");
    await lockRights(tx, viewer);
    const administers = mayAdminister(viewer) && found.administratorId === null && (await stillAdministers(tx, viewer));
    const convenes = isConvener(viewer) && found.convenerId === null;
    if (!administers && !convenes) throw new Refusal("FORBIDDEN", "rightsEnded");
    const as = administers ? ("administrator" as const) : ("convener" as const);
    const { administratorId, convenerId } = await tx.signatoryRecovery.update({
      where: { id },
      data: { [`${as}Id`]: viewer.personId },
      select: { administratorId: true, convenerId: true },
    });
    await record(tx, "recovery.agreed", viewer, `organization/${organizationId}`, { recovery: id, as });
    if (administratorId && convenerId) await announce(tx, viewer, found, await readClock(tx));
    return { id };
  });
}

async function stillAdministers(tx: Tx, { personId }: Viewer) {
  const rows = await tx.$queryRaw<object[]>`
    SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid AND "administrator" FOR SHARE`;
  return rows.length > 0;
}

/** Says no, for whatever reason: one word of any of its people ends it. */
export async function objectToRecovery(viewer: Viewer, key: RecoveryKey) {
  return transact(async (tx) => {
    const found = await lockRecovery(tx, viewer, key);
    if (!mayTakePart(viewer, found.organizationId)) throw new Refusal("FORBIDDEN", "onlyItsOwnPeople");
    return end(tx, viewer, found, "objected");
  });
}

/** Takes it back: by who asked for it, or by either of the two who agreed. */
export async function withdrawRecovery(viewer: Viewer, key: RecoveryKey) {
  return transact(async (tx) => {
    const found = await lockRecovery(tx, viewer, key);
    if (!mayWithdrawRecovery(viewer, found)) throw new Refusal("FORBIDDEN", "notYoursToWithdraw");
    return end(tx, viewer, found, "withdrawn");
  });
}

type Locked = Awaited<ReturnType<typeof lockRecovery>>;

async function end(tx: Tx, viewer: Viewer, found: Locked, outcome: "objected" | "withdrawn") {
  await lockRights(tx, viewer);
  if (found.outcome) throw new Refusal("CONFLICT", "recoveryMovedOn");
  await endRecovery(tx, viewer, found, { outcome, at: await readClock(tx) });
  return { id: found.id };
}
