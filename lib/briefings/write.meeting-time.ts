import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { yearsAfter } from "@/lib/platform/time/sensible-day";
import { zoneDataVersion } from "@/lib/platform/time/zone-data";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { meantInstant } from "./rules.meeting-time";
import type { CancellationInput, MoveInput } from "./schema.calendar";
import { addStep, lockBriefing } from "./write.steps";

/** How many years ahead a meeting is moved to at most: farther is a slip of the keys. */
const farthestMove = 3;

type Locked = Awaited<ReturnType<typeof lockBriefing>>;

/** What stands in the way of another time, or of its end: it is over, or there was none. */
function changeObstacle({ state, startsAt }: Locked, now: Date) {
  if (state === "cancelled") return "briefingCancelled";
  if (state === "published" || (startsAt && startsAt <= now)) return "meetingBegan";
  return null;
}

function resolve(wallStart: string, zone: string, doubledHour: MoveInput["doubledHour"]) {
  const meant = meantInstant({ zone, wallStart, doubledHour });
  if (!("obstacle" in meant)) return meant;
  if (meant.obstacle === "hourDoubled") throw new Refusal("CONFLICT", "hourDoubled");
  const [day = "", hour = ""] = meant.next.split("T");
  throw new Refusal("CONFLICT", "hourSkipped", { field: "wallStart", day, hour });
}

/** The meeting on the version that its host read, with what lets them act for it. */
async function lockRead(tx: Tx, viewer: Viewer, slug: string, seen: number) {
  const meeting = await lockBriefing(tx, viewer, slug);
  await lockRights(tx, viewer);
  const { version } = meeting;
  if (version !== seen) throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { version });
  return meeting;
}

/**
 * Gives a scheduled meeting another time or length: its entry goes on in every calendar, moved. To what it is already changes
 * nothing.
 */
export const moveBriefing = (viewer: Viewer, { id: slug, wallStart, doubledHour, ...given }: MoveInput, seen: number) =>
  transact(async (tx) => {
    const meeting = await lockRead(tx, viewer, slug, seen);
    const now = await readClock(tx);
    const obstacle = changeObstacle(meeting, now) ?? (meeting.state === "scheduled" ? null : "notScheduled");
    if (obstacle) throw new Refusal("CONFLICT", obstacle);
    const { zone = meeting.zone, minutes = meeting.minutes } = given;
    const meant = resolve(wallStart, zone, doubledHour);
    if (meant.at <= now) throw new BadField("wallStart", "notInFuture");
    if (meant.at > yearsAfter(now, farthestMove)) throw new BadField("wallStart", "tooFar");
    const endsAt = new Date(meant.at.getTime() + minutes * 60_000);
    const same = [meant.at, endsAt].join() === [meeting.startsAt, meeting.endsAt].join();
    if (same && zone === meeting.zone) return;
    await change(tx, viewer, meeting, {
      kind: "moved",
      data: {
        ...{ wallStart, zone, doubledHour: meant.doubledHour, startsAt: meant.at, zoneVersion: zoneDataVersion },
        ...{ minutes, endsAt },
        invitedAt: meeting.invitedAt ?? now,
      },
      step: { wallStart },
    });
  });

/** It will not be held. Whoever has it in a calendar has it taken out; why stands on the page. */
export const cancelBriefing = (viewer: Viewer, { id: slug, reason }: CancellationInput, seen: number) =>
  transact(async (tx) => {
    const meeting = await lockRead(tx, viewer, slug, seen);
    const obstacle = changeObstacle(meeting, await readClock(tx));
    if (obstacle) throw new Refusal("CONFLICT", obstacle);
    await change(tx, viewer, meeting, {
      kind: "cancelled",
      data: { state: "cancelled" },
      step: { wallStart: meeting.wallStart, reasonEn: reason.en || null, reasonFr: reason.fr || null },
    });
  });

type Change = {
  kind: "moved" | "cancelled";
  data: Parameters<Tx["briefing"]["update"]>[0]["data"];
  step: Omit<Parameters<typeof addStep>[2], "kind">;
};

async function change(tx: Tx, viewer: Viewer, { id }: Locked, { kind, data, step }: Change) {
  const stampedAt = await readClock(tx);
  const { sequence } = await tx.briefing.update({
    where: { id },
    data: { ...data, stampedAt, sequence: { increment: 1 }, version: { increment: 1 } },
    select: { sequence: true },
  });
  // What a clock did before is told with this, and needs no mail of its own.
  await tx.clockChange.updateMany({ where: { briefingId: id, toldAt: null }, data: { toldAt: stampedAt } });
  await addStep(tx, id, { kind, ...step });
  await record(tx, `briefing.${kind}`, viewer, `briefing/${id}`, { sequence });
}
