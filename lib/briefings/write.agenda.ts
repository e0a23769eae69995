import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { maxItems } from "./constants";
import { approvalMinutes } from "./constants.agenda";
import { mayHost, readableBy } from "./policy";
import { findPredecessor, leftOver } from "./read.agenda";
import { agendaObstacle } from "./rules.agenda";
import { isTighter } from "./rules.attribution";
import type { InheritInput } from "./schema.agenda";
import { lockBriefing } from "./write.steps";

/** A meeting with others around it is a room; alone it is a meeting. */
const familyOf = (part: string) => (part === "room" ? "meeting" : part);

export type Meeting = Awaited<ReturnType<typeof lockBriefing>>;

/** The meeting as whoever changes its agenda found it: over another version than they read, nothing of theirs is stored. */
export async function lockAgenda(tx: Tx, viewer: Viewer, slug: string, seen: number): Promise<Meeting> {
  const meeting = await lockBriefing(tx, viewer, slug);
  await lockRights(tx, viewer);
  if (meeting.agendaVersion !== seen)
    throw new Refusal("PRECONDITION_FAILED", "agendaChangedMeanwhile", { version: meeting.agendaVersion });
  return meeting;
}

export function refuse(obstacle: string | null) {
  if (obstacle) throw new Refusal("CONFLICT", obstacle);
}

/** Another agenda was saved: whoever has the earlier one before them is told. Who saved it is in no record. */
export const raiseAgendaVersion = (tx: Tx, { id }: { id: string }) =>
  tx.briefing.update({ where: { id }, data: { agendaVersion: { increment: 1 } } });

type Briefing = { id: string };

/**
 * What an agenda begins with, in the transaction that makes or changes the meeting: the approval of the last minutes, where
 * there are any to approve, and the items of another meeting that were not reached. Each is taken over once. Who raised it
 * and who was to answer is not: the next caucus says that anew.
 */
export async function inheritItems(tx: Tx, from: Briefing | null, to: Briefing): Promise<number> {
  const meeting = await tx.briefing.findUniqueOrThrow({
    where: { id: to.id },
    select: {
      part: true,
      attribution: true,
      items: { where: { number: { not: null } }, orderBy: { number: "asc" }, select: { kind: true } },
    },
  });
  // Two who plan a next meeting at once do not both take the same items along.
  if (from) await tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE "id" = ${from.id}::uuid FOR UPDATE`;
  const createdAt = await readClock(tx);
  const left = from
    ? await tx.agendaItem.findMany({
        where: { ...leftOver(createdAt), briefingId: from.id },
        orderBy: { number: "asc" },
      })
    : [];
  const { part, items } = meeting;
  // A caucus and a debrief have no minutes of their own.
  const approves = (part === "meeting" || part === "room") && !items.some(({ kind }) => kind === "approval");
  const created = { briefingId: to.id, createdAt };
  const approval = { ...created, id: randomUUID(), kind: "approval" as const, minutes: approvalMinutes, number: 1 };
  const before = items.length + (approves ? 1 : 0);
  const copies = left.slice(0, Math.max(0, maxItems - before)).map((it, at) => ({
    ...created,
    id: randomUUID(),
    number: before + at + 1,
    kind: it.kind,
    recommendationId: it.recommendationId,
    talkingPointId: it.talkingPointId,
    propositionId: it.propositionId,
    approvesId: it.approvesId,
    titleEn: it.titleEn,
    titleFr: it.titleFr,
    whyEn: it.whyEn,
    whyFr: it.whyFr,
    minutes: it.minutes,
    leadId: it.leadId,
    attribution: it.attribution && isTighter(it.attribution, meeting.attribution) ? it.attribution : null,
    inheritedFromId: it.id,
  }));
  if (approves)
    await tx.agendaItem.updateMany({
      where: { briefingId: to.id, number: { not: null } },
      data: { number: { increment: 1 } },
    });
  const rows = [...(approves ? [{ ...approval, approvesId: from?.id ?? null }] : []), ...copies];
  if (rows.length === 0) return 0;
  await tx.agendaItem.createMany({ data: rows });
  await raiseAgendaVersion(tx, to);
  return copies.length;
}

/** Takes over what an earlier meeting did not reach. */
export async function takeOver(viewer: Viewer, { id: slug, from }: InheritInput, seen: number) {
  await transact(async (tx) => {
    const meeting = await lockAgenda(tx, viewer, slug, seen);
    const now = await readClock(tx);
    refuse(agendaObstacle(meeting, now));
    const earlier = from ? await findNamedMeeting(tx, viewer, from, meeting) : await findPredecessor(tx, meeting, now);
    if (!earlier || earlier.id === meeting.id || (await inheritItems(tx, earlier, meeting)) === 0)
      throw new Refusal("CONFLICT", "nothingLeftOver");
  });
}

/** Meetings with an office and those of members, and what goes before and after them, each take over from their own. */
async function findNamedMeeting(tx: Tx, viewer: Viewer, slug: string, to: Meeting) {
  const found = await tx.briefing.findFirst({
    where: { AND: [readableBy(viewer), { slug }] },
    select: { id: true, hostId: true, kind: true, part: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  if (!mayHost(viewer, found)) throw new Refusal("FORBIDDEN", "notTheHost");
  if (found.kind !== to.kind || familyOf(found.part) !== familyOf(to.part)) throw new BadField("from", "invalid");
  return found;
}
