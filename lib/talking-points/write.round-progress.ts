import "server-only";
import { type Actor, vouchFor } from "@/lib/activity/record";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { enqueue } from "@/lib/platform/jobs/queue";
import { findRememberedClock, readClock, rememberClock } from "@/lib/platform/time/clock";
import type { signatureColumns } from "../mandates/record.signature";
import { record } from "./activity";
import { readParity } from "./read.parity";
import { findRoundMembers } from "./read.round-members";
import { closingMoment, countRound, mayStop, roundDue } from "./rules.rounds";
import { readCalendar } from "./write.context";

export const nobody = { personId: null, token: null };

export const roundSelect = {
  id: true,
  talkingPointId: true,
  number: true,
  version: true,
  digest: true,
  state: true,
  organizationId: true,
  workingDays: true,
  opensAt: true,
  closesAt: true,
} satisfies Prisma.NoObjectionRoundSelect;

type RoundRow = Prisma.NoObjectionRoundGetPayload<{ select: typeof roundSelect }>;
type Kind = "planned" | "opened" | "restarted" | "stopped" | "ended" | "passed" | "decided";

export async function appendRoundStep(
  tx: Tx,
  { id, version }: Pick<RoundRow, "id" | "version">,
  step: { kind: Kind } & Partial<Pick<Prisma.RoundStepCreateManyInput, "closesAt" | "nextStep">>,
) {
  const number = (await tx.roundStep.count({ where: { roundId: id } })) + 1;
  await tx.roundStep.create({ data: { roundId: id, number, version, at: await readClock(tx), ...step } });
}

/** Leaves the round with the worker until it is due; the job that waits for an earlier moment becomes this one. */
export const leaveRound = (tx: Tx, round: string, runAt: Date) =>
  enqueue(tx, "advance_round", { round }, { key: `advance_round:${round}`, runAt });

/** It runs from now on, for its working days: whoever signs for a member is mailed. */
export async function beginRound(tx: Tx, round: RoundRow) {
  const { now, timeZone, rests, closing } = await readCalendar(tx);
  const closesAt = closingMoment(now, round.workingDays, { timeZone, rests, closing });
  await tx.noObjectionRound.update({ where: { id: round.id }, data: { state: "running", opensAt: now, closesAt } });
  await appendRoundStep(tx, round, { kind: "opened", closesAt });
  await leaveRound(tx, round.id, closesAt);
  await vouchFor(tx, "TalkingPointVersion", { talkingPointId: round.talkingPointId, number: round.version });
}

/** One objection stops a round; `ended` where the point takes no answers any more. */
export async function stopRound(tx: Tx, round: RoundRow, kind: "stopped" | "ended") {
  const endedAt = await readClock(tx);
  await tx.noObjectionRound.update({ where: { id: round.id }, data: { state: "stopped", endedAt } });
  await appendRoundStep(tx, round, { kind });
}

type Answered = { reasonEn: string | null; reasonFr: string | null; liftEn: string | null; liftFr: string | null };
type Signed = Awaited<ReturnType<typeof signatureColumns>>;

/** An answer that objects to the words stops their round as well: the network reads whose answer it is, so the name is said. */
export async function stopRoundByAnswer(
  tx: Tx,
  viewer: Actor,
  of: { talkingPointId: string; organizationId: string },
  { reasonEn, reasonFr, liftEn, liftFr, ...signed }: Answered & Signed,
) {
  const round = await findRoundUnderWay(tx, of.talkingPointId);
  const at = await readClock(tx);
  if (!round || !mayStop(round, at)) return;
  const { organizationId } = of;
  const words = { reasonEn, reasonFr, liftEn, liftFr };
  await tx.roundObjection.create({
    data: { roundId: round.id, version: round.version, organizationId, named: true, at, ...words, ...signed },
  });
  await stopRound(tx, round, "stopped");
  await record(tx, "round.stopped", viewer, `talkingPoint/${of.talkingPointId}`, {
    ...{ round: round.id, version: round.version },
  });
}

/** The round that is planned or runs; its point is locked by whoever asks. */
export const findRoundUnderWay = (tx: Tx, talkingPointId: string) =>
  tx.noObjectionRound.findFirst({
    where: { talkingPointId, state: { in: ["planned", "running"] } },
    select: roundSelect,
  });

/** Other words begin a round again, with these: on the day it was planned for, or as soon as both languages say the same. */
export async function restartRound(tx: Tx, of: { talkingPointId: string; number: number }, digest: string) {
  const round = await findRoundUnderWay(tx, of.talkingPointId);
  if (!round) return;
  const now = await readClock(tx);
  const opensAt = round.state === "planned" && round.opensAt > now ? round.opensAt : now;
  const data = { state: "planned" as const, version: of.number, digest, opensAt, closesAt: null };
  await tx.noObjectionRound.update({ where: { id: round.id }, data });
  await appendRoundStep(tx, { id: round.id, version: of.number }, { kind: "restarted" });
  await leaveRound(tx, round.id, opensAt);
}

/** A clause was read in both languages: a round that waits for that may begin. */
export async function wakeRound(tx: Tx, talkingPointId: string) {
  const round = await findRoundUnderWay(tx, talkingPointId);
  if (round?.state === "planned") await leaveRound(tx, round.id, round.opensAt);
}

/** What is not open to answers has no round: it ends with nothing said. */
export async function endRound(tx: Tx, talkingPointId: string) {
  const round = await findRoundUnderWay(tx, talkingPointId);
  if (round) await stopRound(tx, round, "ended");
}

/**
 * The point, then the round: in this order everybody locks them, and an objection waits for whoever closes, or they for it. The
 * moment is that after the locks.
 */
async function lockRound(tx: Tx, id: string) {
  const of = await tx.noObjectionRound.findUnique({ where: { id }, select: { talkingPointId: true } });
  if (!of) return null;
  const [locked] = await tx.$queryRaw<{ now: Date }[]>`
    WITH locked AS MATERIALIZED (SELECT "id" FROM "TalkingPoint" WHERE "id" = ${of.talkingPointId}::uuid FOR UPDATE)
    SELECT clock_timestamp() AS "now" FROM locked`;
  if (locked && !findRememberedClock(tx)) rememberClock(tx, locked.now);
  const round = await tx.noObjectionRound.findUniqueOrThrow({ where: { id }, select: roundSelect });
  const point = await tx.talkingPoint.findUniqueOrThrow({
    where: { id: of.talkingPointId },
    select: {
      id: true,
      status: true,
      currentVersion: true,
      current: { select: { clauses: { select: { key: true } } } },
    },
  });
  return { round, point };
}

/**
 * What time does to a round, however many workers try at once and however often: it begins, passes, or ends. Whoever comes
 * second finds it done.
 */
export async function advanceRound(tx: Tx, id: string): Promise<void> {
  const found = await lockRound(tx, id);
  if (!found) return;
  const { round, point } = found;
  const { equal } = await readParity(tx, point);
  const due = roundDue({ ...round, status: point.status, equal }, await readClock(tx));
  const subject = `talkingPoint/${point.id}`;
  const { version, digest } = round;
  if (due === "later") await leaveRound(tx, id, round.closesAt ?? round.opensAt);
  if (due === "end") {
    await stopRound(tx, round, "ended");
    await record(tx, "round.ended", nobody, subject, { round: id, version });
  }
  if (due === "open") {
    await beginRound(tx, round);
    await record(tx, "round.opened", nobody, subject, { round: id, version, digest });
  }
  if (due === "pass") {
    const counts = countRound(await findRoundMembers(tx, round));
    const data = { ...counts, state: "passed" as const, endedAt: await readClock(tx) };
    await tx.noObjectionRound.update({ where: { id }, data });
    await appendRoundStep(tx, round, { kind: "passed" });
    await vouchFor(tx, "TalkingPointVersion", { talkingPointId: point.id, number: version });
    await record(tx, "round.passed", nobody, subject, { round: id, version, digest });
  }
}

/** Rounds whose moment has come and whose job was lost, as after a restore: each is left with the worker once more. */
export async function leaveDueRounds() {
  await transact(async (tx) => {
    const now = await readClock(tx);
    const due = await tx.noObjectionRound.findMany({
      where: { OR: [{ state: "planned" }, { state: "running" }] },
      select: { id: true, opensAt: true, closesAt: true },
    });
    for (const { id, opensAt, closesAt } of due) {
      const at = closesAt ?? opensAt;
      await leaveRound(tx, id, at < now ? now : at);
    }
  });
}
