import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import { enqueueMany } from "@/lib/platform/jobs/queue";
import { readClock } from "@/lib/platform/time/clock";
import { listInvited, listInvitedPeople } from "./read.invited";
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
      ...{ state: true, sequence: true, endsAt: true, hostId: true },
      clockChanges: { where: { kind: "meeting", toldAt: null }, select: { id: true } },
      mails: {
        where: { kind: { in: ["request", "cancel", "clock_changed"] } },
        select: { kind: true, sequence: true, recipientId: true, sentAt: true },
      },
    },
  });
  if (!meeting) return;
  const { sequence, mails, clockChanges, hostId, ...facts } = meeting;
  const now = await readClock(tx);
  const held = clockChanges.length > 0;
  const due = held
    ? (await listInvitedPeople(tx, [hostId])).map((recipientId) => ({ kind: "clock_changed", recipientId }))
    : dueMails({ ...facts, sequence, held }, await listInvited(tx, briefingId), mails, now);
  if (due.length === 0) return;
  const rows = due.map((it) => ({ id: randomUUID(), briefingId, sequence, ...it }));
  const left = await tx.briefingMail.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true } });
  const jobs = left.map(({ id }) => ({ payload: { mail: id }, key: `send_briefing_mail:${id}` }));
  await enqueueMany(tx, "send_briefing_mail", jobs);
}
