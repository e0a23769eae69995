import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import { enqueue, enqueueMany } from "@/lib/platform/jobs/queue";
import { readClock } from "@/lib/platform/time/clock";
import { datedSelect } from "./read.calendar";
import { listInvited, listInvitedPeople } from "./read.invited";
import { meetingEntry } from "./rules.calendar";
import { dueMails } from "./rules.invitations";

/**
 * Leaves with the worker every mail that a meeting owes as it stands now. Called as often as anybody likes: the row of a
 * mail is the promise that it goes once, and of two that are called at once the second finds the rows of the first.
 */
export async function leaveInvitations(tx: Tx, briefingId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE "id" = ${briefingId}::uuid FOR UPDATE`;
  const meeting = await tx.briefing.findUnique({
    where: { id: briefingId },
    select: {
      ...datedSelect,
      hostId: true,
      clockChanges: { where: { kind: "meeting", toldAt: null }, select: { id: true } },
      mails: {
        where: { kind: { in: ["request", "cancel"] } },
        select: { kind: true, sequence: true, recipientId: true, entryId: true },
      },
    },
  });
  if (!meeting) return;
  const { sequence, mails, clockChanges, hostId, options } = meeting;
  const entryId = meetingEntry(meeting, options)?.id ?? null;
  const due =
    clockChanges.length > 0 && meeting.state === "scheduled"
      ? await hostMails(tx, hostId)
      : dueMails({ ...meeting, entryId }, await listInvited(tx, briefingId), mails, await readClock(tx));
  if (due.length === 0) return;
  const rows = due.map((it) => ({ id: randomUUID(), briefingId, sequence, ...it }));
  const left = await tx.briefingMail.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true } });
  const jobs = left.map(({ id }) => ({ payload: { mail: id }, key: `send_briefing_mail:${id}` }));
  await enqueueMany(tx, "send_briefing_mail", jobs);
}

type Meeting = { id: string; sequence: number };

/**
 * Others are asked to a scheduled meeting, or some no more: its entry rises, so that whoever comes back gets it again and who is
 * let go loses it. For those who stay nothing happened: their mail and their answer stand for the entry as it is now.
 */
export async function inviteAnew(tx: Tx, { id: briefingId, sequence }: Meeting, now: Date): Promise<void> {
  const next = sequence + 1;
  const rows = await tx.briefingMail.findMany({
    where: { briefingId, sequence, kind: { in: ["request", "cancel"] }, sentAt: { not: null } },
    select: { kind: true, recipientId: true, entryId: true, sentAt: true },
  });
  const ended = new Set(rows.flatMap((it) => (it.kind === "cancel" ? [`${it.recipientId} ${it.entryId}`] : [])));
  const standing = rows.filter((it) => it.kind === "request" && !ended.has(`${it.recipientId} ${it.entryId}`));
  await tx.briefingMail.createMany({ data: standing.map((it) => ({ ...it, briefingId, sequence: next })) });
  await tx.briefingAttendance.updateMany({
    where: { sequence, invitee: { briefingId } },
    data: { sequence: next },
  });
  await tx.briefing.update({ where: { id: briefingId }, data: { sequence: next, stampedAt: now } });
  await enqueue(tx, "leave_invitations", { briefing: briefingId }, { key: `leave_invitations:${briefingId}` });
}

/** A clock changed under it: those who act for its host read that first. */
async function hostMails(tx: Tx, hostId: string) {
  const people = await listInvitedPeople(tx, [hostId]);
  return people.map((recipientId) => ({ kind: "clock_changed", recipientId, entryId: null }));
}
