import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { startOfDay } from "@/lib/platform/time/offset-at";
import { addDays } from "@/lib/platform/time/working-days";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { signatureColumns } from "../mandates/record.signature";
import { record } from "./activity";
import { roundPlannedAhead } from "./constants";
import { mayOpenRound } from "./policy";
import { readParity } from "./read.parity";
import { isObjectedTo } from "./read.round-members";
import { mayStop, roundObstacle } from "./rules.rounds";
import type { NextStepInput, ObjectionInput, RoundInput } from "./schema.rounds";
import { findActing, lockPoint, type PointContext, readCalendar, refuse } from "./write.context";
import { requireEndorser } from "./write.endorsements";
import { appendRoundStep, beginRound, leaveRound, roundSelect, stopRound } from "./write.round-progress";

/** A lead's signatory opens a round, now or on a day: whether the words may be used orally, and nothing else. */
export async function openRound(viewer: Viewer, input: RoundInput): Promise<number> {
  return transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    const organizationId = await requireLead(tx, viewer, point, input.onBehalfOf);
    const { now, today, timeZone } = await readCalendar(tx);
    const { opensOn = today } = input;
    if (opensOn < today) throw new BadField("opensOn", "notInFuture");
    if (opensOn > addDays(today, roundPlannedAhead)) throw new BadField("opensOn", "tooFar");
    const later = opensOn > today;
    const rounds = await tx.noObjectionRound.findMany({
      where: { talkingPointId: point.id },
      orderBy: { number: "asc" },
      select: { state: true, version: true },
    });
    const { currentVersion: version, status } = point;
    const { digest } = point.current;
    const { equal } = await readParity(tx, point);
    const objected = await isObjectedTo(tx, point.id, version);
    refuse(roundObstacle({ status, currentVersion: version, digest, equal, objected, later, rounds }, input));
    const number = rounds.length + 1;
    const opensAt = later ? startOfDay(timeZone, opensOn) : now;
    const about = { talkingPointId: point.id, number, version, digest, organizationId };
    const row = { id: randomUUID(), ...about, state: "planned" as const, workingDays: input.workingDays, opensAt };
    await tx.noObjectionRound.create({ data: { ...row, createdAt: now } });
    if (later) {
      await appendRoundStep(tx, row, { kind: "planned" });
      await leaveRound(tx, row.id, opensAt);
    } else await beginRound(tx, { ...row, closesAt: null });
    await record(tx, later ? "round.planned" : "round.opened", viewer, `talkingPoint/${point.id}`, {
      ...{ round: row.id, version, digest },
    });
    return number;
  });
}

/** Objects to a round: that stops it. Whose objection it was stays with the convener, unless it says that its name may be said. */
export async function objectToRound(viewer: Viewer, input: ObjectionInput) {
  await transact(async (tx) => {
    // Whoever closes the round takes the same lock: an objection that came in time is never passed over.
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    const mandate = requireEndorser(viewer, { ...point, organizationId });
    const round = await findRound(tx, point.id, input.round);
    const at = await readClock(tx);
    if (!mayStop(round, at)) throw new Refusal("CONFLICT", "roundOver");
    // It may have begun anew on other words since: a reason against words that are gone stops nothing.
    if (round.version !== input.version || round.digest !== input.digest) throw new Refusal("CONFLICT", "textChanged");
    await tx.roundObjection.create({
      data: {
        ...{ roundId: round.id, version: round.version, organizationId, at, named: input.named },
        ...{ reasonEn: input.reason.en || null, reasonFr: input.reason.fr || null },
        ...{ liftEn: input.lift?.en || null, liftFr: input.lift?.fr || null },
        ...(await signatureColumns(tx, viewer, mandate)),
      },
    });
    await stopRound(tx, round, "stopped");
    await record(tx, "round.stopped", viewer, `talkingPoint/${point.id}`, { round: round.id, version: round.version });
  });
}

/** What follows after a stop: other words, none, or names in a list. It is said once. */
export async function decideNextStep(viewer: Viewer, input: NextStepInput) {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    await requireLead(tx, viewer, point, input.onBehalfOf);
    const round = await findRound(tx, point.id, input.round);
    if (round.state !== "stopped") throw new Refusal("CONFLICT", "roundNotStopped");
    const { nextStep } = input;
    const { count } = await tx.noObjectionRound.updateMany({
      where: { id: round.id, nextStep: null },
      data: { nextStep },
    });
    if (count === 0) throw new Refusal("CONFLICT", "nextStepDecided");
    await appendRoundStep(tx, round, { kind: "decided", nextStep });
    await record(tx, "round.decided", viewer, `talkingPoint/${point.id}`, { round: round.id, nextStep });
  });
}

async function requireLead(tx: Tx, viewer: Viewer, point: PointContext, slug: string): Promise<string> {
  const { id: organizationId } = await findActing(tx, viewer, slug);
  if (!mayOpenRound(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notALeadSignatory");
  await lockRights(tx, viewer);
  return organizationId;
}

async function findRound(tx: Tx, talkingPointId: string, number: number) {
  const found = await tx.noObjectionRound.findUnique({
    where: { talkingPointId_number: { talkingPointId, number } },
    select: roundSelect,
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchRound");
  return found;
}
