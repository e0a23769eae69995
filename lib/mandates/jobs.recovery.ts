import "server-only";
import type { Notice } from "@/lib/activity/jobs.notifications";
import { db, type Tx, transact } from "@/lib/platform/db/client";
import type { JobPayloads } from "@/lib/platform/jobs/queue";
import { readClock } from "@/lib/platform/time/clock";
import { findConveners } from "../organizations/read.convener";
import { composeAbout } from "./jobs.mails";
import { readMissing } from "./read.recovery";
import { createMandate } from "./record.mandate";
import { endRecovery } from "./record.recovery";

/** Nobody does it: the seven days are over. */
const nobody = { personId: null, token: null };

/** Gives the mandate of a recovery whose days are over and that nobody objected to; once, however many workers try. */
export const completeRecovery = ({ recovery: id }: JobPayloads["complete_recovery"]) =>
  transact(async (tx) => {
    const found = await tx.signatoryRecovery.findUnique({ where: { id }, select: { organizationId: true } });
    if (!found) return;
    await tx.$queryRaw`SELECT "id" FROM "Organization" WHERE "id" = ${found.organizationId}::uuid FOR UPDATE`;
    const locked = await tx.signatoryRecovery.findUnique({ where: { id } });
    const at = await readClock(tx);
    if (!locked || locked.outcome || !locked.effectiveAt || locked.effectiveAt > at) return;
    await complete(tx, locked, at);
  });

type Locked = NonNullable<Awaited<ReturnType<typeof db.signatoryRecovery.findUnique>>>;

async function complete(tx: Tx, recovery: Locked, at: Date) {
  const { organizationId, nomineeId: personId, askedById, byContact } = recovery;
  const { authorizedBy, authorizedByFr, instrument, instrumentFr, instrumentDate } = recovery;
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { id: true, status: true, signOffKind: true },
  });
  const { missing } = await readMissing(tx, organization, at);
  const there = await tx.representation.count({ where: { personId, organizationId, endedAt: null } });
  if (!missing || there === 0) return endRecovery(tx, nobody, recovery, { outcome: "lapsed", at });
  const made = await createMandate(tx, nobody, {
    // Every power, on every theme: nobody hands on more than they hold, so that anything less could never come back.
    ...{ organizationId, personId, powers: ["draft", "sign_off", "endorse", "sign_publicly"], themeIds: null },
    ...{ authorizedBy, authorizedByFr, instrument, instrumentFr, instrumentDate, validFrom: at, expiresAt: null },
    ...{ grantedById: askedById, selfAuthorized: byContact && askedById === personId },
  });
  await endRecovery(tx, nobody, recovery, { outcome: "restored", at, mandateId: made.id });
}

/** Each has a job of its own for its day; this makes up for one that was lost. */
export async function completeRecoveries() {
  const due = await db.signatoryRecovery.findMany({
    where: { outcome: null, effectiveAt: { lte: await readClock(db) } },
    select: { id: true },
  });
  for (const { id } of due) await completeRecovery({ recovery: id });
}

const findOpen = (id: string) => db.signatoryRecovery.findFirst({ where: { id, outcome: null } });

async function findOwnPeople(organizationId: string): Promise<string[]> {
  const where = { representations: { some: { organizationId, endedAt: null } } };
  return (await db.person.findMany({ where, select: { id: true } })).map((it) => it.id);
}

async function findAgreeing(): Promise<string[]> {
  const administrators = await db.person.findMany({ where: { administrator: true }, select: { id: true } });
  return [...administrators, ...(await findConveners())].map((it) => it.id);
}

type About = { recovery: string };

export const requestedNotice: Notice<About & { nominee: string }> = {
  recipients: async ({ facts }) => ((await findOpen(facts.recovery)) ? findAgreeing() : []),
  mail: (activity, t, links) => composeAbout(activity, t, links, { mail: "recoveryRequested", page: "recovery" }),
};

export const announcedNotice: Notice<About & { nominee: string; byContact: boolean }> = {
  recipients: async ({ subjectId, facts }) => ((await findOpen(facts.recovery)) ? findOwnPeople(subjectId) : []),
  mail: (activity, t, links) => composeAbout(activity, t, links, { mail: "recoveryAnnounced", page: "recovery" }),
};

/** Its people, and those outside it who had agreed. */
export const endedNotice: Notice<About & { outcome: string }> = {
  recipients: async ({ subjectId, facts }) => {
    const found = await db.signatoryRecovery.findUnique({ where: { id: facts.recovery } });
    const agreed = [found?.administratorId ?? [], found?.convenerId ?? []].flat();
    return [...(await findOwnPeople(subjectId)), ...agreed];
  },
  mail: (activity, t, links) => composeAbout(activity, t, links, { mail: "recoveryEnded", page: "recovery" }),
};
