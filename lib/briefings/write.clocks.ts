import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { zoneDataVersion } from "@/lib/platform/time/zone-data";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { type Clocked, type ClockMove, clockedSelect, findMoves } from "./read.clocks";
import { hostReviewHours } from "./rules.clocks";
import { addStep, lockBriefing } from "./write.steps";

/** Whom the record names where time itself acted. */
export const nobody = { personId: null, token: null };

const lockMeeting = (tx: Tx, id: string) => tx.$queryRaw`SELECT 1 FROM "Briefing" WHERE "id" = ${id}::uuid FOR UPDATE`;

/** Moves the instants of a meeting to where its wall times are under the rules that run now. Again, it finds nothing to do. */
export async function followClock(tx: Tx, id: string): Promise<void> {
  await lockMeeting(tx, id);
  const row = await tx.briefing.findUnique({ where: { id }, select: clockedSelect });
  if (!row) return;
  const now = await readClock(tx);
  const moves = findMoves(row, now);
  if (moves.length === 0) return;
  await moveOptions(tx, moves, now);
  const sequence = await moveMeeting(tx, row, moves, now);
  await tx.clockChange.createMany({
    data: moves.map(({ endsAt: _, ...it }) => ({ briefingId: id, ...it, toVersion: zoneDataVersion, foundAt: now })),
  });
  await addStep(tx, id, { kind: "clock_changed", wallStart: row.wallStart });
  await record(tx, "briefing.clockChanged", nobody, `briefing/${id}`, { sequence, changes: moves.length });
}

async function moveMeeting(tx: Tx, row: Clocked, moves: readonly ClockMove[], now: Date) {
  const meeting = moves.find(({ kind }) => kind === "meeting");
  const answers = moves.find(({ kind }) => kind === "answers_close");
  const { sequence } = await tx.briefing.update({
    where: { id: row.id },
    data: {
      version: { increment: 1 },
      ...(meeting && {
        ...{ startsAt: meeting.toAt, endsAt: meeting.endsAt, zoneVersion: zoneDataVersion },
        ...{ sequence: { increment: 1 }, stampedAt: now },
      }),
      ...(answers && { answersCloseAt: answers.toAt }),
    },
    select: { sequence: true },
  });
  return sequence;
}

async function moveOptions(tx: Tx, moves: readonly ClockMove[], now: Date) {
  const rows = moves.flatMap(({ optionId: id, toAt, endsAt }) => (id ? [{ id, toAt, endsAt }] : []));
  if (rows.length === 0) return;
  await tx.$executeRaw`UPDATE "DateOption" o SET "startsAt" = m."toAt", "endsAt" = m."endsAt",
      "zoneVersion" = ${zoneDataVersion}, "sequence" = o."sequence" + 1, "stampedAt" = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m ("id" uuid, "toAt" timestamptz, "endsAt" timestamptz)
    WHERE o."id" = m."id"`;
}

/** The meetings whose host looked for a day and let nothing go. */
export async function findUnannounced(tx: Tx): Promise<string[]> {
  const before = new Date((await readClock(tx)).getTime() - hostReviewHours * 3_600_000);
  const rows = await tx.clockChange.findMany({
    where: { toldAt: null, foundAt: { lt: before } },
    distinct: ["briefingId"],
    select: { briefingId: true },
  });
  return rows.map((it) => it.briefingId);
}

/** Those invited are told now why their calendar shows another hour. Twice is the same as once. */
export async function announceClock(tx: Tx, id: string, actor: Parameters<typeof record>[2]) {
  await lockMeeting(tx, id);
  const toldAt = await readClock(tx);
  const { count } = await tx.clockChange.updateMany({ where: { briefingId: id, toldAt: null }, data: { toldAt } });
  if (count === 0) return;
  const { sequence } = await tx.briefing.findUniqueOrThrow({ where: { id }, select: { sequence: true } });
  await record(tx, "briefing.clockAnnounced", actor, `briefing/${id}`, { sequence });
}

/** The host has read what the clocks did, and lets the mail go. */
export const letClockChangeGo = (viewer: Viewer, slug: string) =>
  transact(async (tx) => {
    const { id, state } = await lockBriefing(tx, viewer, slug);
    await lockRights(tx, viewer);
    if (state === "cancelled") throw new Refusal("CONFLICT", "briefingCancelled");
    await announceClock(tx, id, viewer);
    return { announced: true as const };
  });
