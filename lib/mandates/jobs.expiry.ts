import "server-only";
import type { Notice } from "@/lib/activity/jobs.notifications";
import { db, type Tx, transact } from "@/lib/platform/db/client";
import { readClock } from "@/lib/platform/time/clock";
import { readToday } from "@/lib/platform/time/today";
import { dayIn } from "@/lib/platform/time/zone";
import { inForce } from "@/lib/viewer/read.mandates-in-force";
import { findSignatoryIds, readSigning } from "../organizations/read.signatories";
import { signaturesNeeded } from "../organizations/rules";
import { record } from "./activity";
import { composeAbout } from "./jobs.mails";
import { dueExpiryReminders, lastDayOf } from "./rules.expiry";

const nobody = { personId: null, token: null };

/** So many days before a mandate to sign off ends, those who can do something about it are told. */
export async function remindOfExpiringMandates() {
  const { now, today, timeZone } = await readToday(db);
  const ending = await db.mandate.findMany({
    where: {
      powers: { has: "sign_off" },
      organization: { status: "member" },
      AND: [inForce(now), { expiresAt: { not: null } }],
    },
    orderBy: { expiresAt: "asc" },
    select: { id: true, validFrom: true, expiresAt: true, reminders: { select: { daysBefore: true } } },
  });
  for (const { id, validFrom, expiresAt, reminders } of ending) {
    const sent = reminders.map((it) => it.daysBefore);
    const since = dayIn(timeZone, validFrom);
    const lastDay = expiresAt ? lastDayOf(expiresAt, timeZone) : null;
    const due = lastDay ? dueExpiryReminders({ lastDay, since, today, sent }) : [];
    if (due.length > 0) await transact((tx) => remind(tx, id, due));
  }
}

/** The row is the promise that it is said once, whoever runs this and however often. */
async function remind(tx: Tx, mandateId: string, due: readonly number[]) {
  const at = await readClock(tx);
  const { count } = await tx.mandateReminder.createMany({
    data: due.map((daysBefore) => ({ mandateId, daysBefore, at })),
    skipDuplicates: true,
  });
  if (count === 0) return;
  const { organizationId, personId: person } = await tx.mandate.findUniqueOrThrow({ where: { id: mandateId } });
  const facts = { mandate: mandateId, person, daysBefore: Math.min(...due) };
  await record(tx, "mandate.expiryNear", nobody, `organization/${organizationId}`, facts);
}

type Facts = { mandate: string; person: string; daysBefore: number };

/** The mandate, while it is in force and its bearer has no other that goes on; and whether too few sign without it. */
async function findEnding(id: string) {
  const now = await readClock(db);
  const mandate = await db.mandate.findFirst({
    where: { id, ...inForce(now) },
    select: {
      expiresAt: true,
      organizationId: true,
      personId: true,
      organization: { select: { id: true, status: true, signOffKind: true } },
    },
  });
  if (!mandate?.expiresAt) return null;
  const { organization, expiresAt } = mandate;
  // One without an end is no ending one: SQL would leave it out together with them.
  const ending = { AND: [{ expiresAt: { not: null } }, { expiresAt: { lte: expiresAt } }] };
  const after = await findSignatoryIds(db, organization.id, now, ending);
  if (after.includes(mandate.personId)) return null;
  const last = after.length < signaturesNeeded(organization.signOffKind);
  return { organization, last, now };
}

export const expiryNotice: Notice<Facts> = {
  // Its bearer, whoever signs beside them, and, where nobody would be left, the contact.
  recipients: async ({ facts }) => {
    const found = await findEnding(facts.mandate);
    if (!found) return [];
    const { organization, last, now } = found;
    const { contactId } = await readSigning(db, organization, now);
    return [...(await findSignatoryIds(db, organization.id, now)), ...(last && contactId ? [contactId] : [])];
  },
  mail: async (activity, t, links) => {
    const found = await findEnding(activity.facts.mandate);
    const mail = found?.last ? "lastMandateExpires" : "mandateExpires";
    return composeAbout(activity, t, links, { mail, page: "mandates", days: activity.facts.daysBefore });
  },
};
