import "server-only";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayChangeStatus, readableBy } from "./policy";
import { readParity } from "./read.parity";
import { pointAt } from "./rules.address";
import { isCurrent, isOpen, replayEach, standsBehind } from "./rules.endorsements";
import { statusAfter, statusObstacle } from "./rules.status";
import type { StatusInput } from "./schema";
import { readReviewDay } from "./write";
import { actorColumns, findActing, lockPoint, readCalendar, refuse } from "./write.context";
import { endRound } from "./write.round-progress";

/** Says what a talking point may be used for. "Usable" is said of the words in force, and of no later ones. */
export async function changeStatus(viewer: Viewer, input: StatusInput) {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    if (!mayChangeStatus(viewer, { ...point, organizationId }, { from: point.status, to: input.status }))
      throw new Refusal("FORBIDDEN", "notTheirStatus");
    const { pending } = await readParity(tx, point);
    if (input.version !== undefined && input.version !== point.currentVersion)
      refuse("versionReplaced", { version: point.currentVersion });
    refuse(statusObstacle(point, input.status, { pending, endorsed: await isEndorsed(tx, point) }));
    const actor = await actorColumns(tx, viewer);
    const { now: at, today } = await readCalendar(tx);
    const reviewBy = input.reviewBy ? new Date(readReviewDay(input.reviewBy, today)) : undefined;
    const replacedById = await findReplacement(tx, viewer, input.replacedBy, point.id);

    const after = statusAfter(point, input.status);
    const reasons = { reasonEn: input.reason?.en || null, reasonFr: input.reason?.fr || null };
    const cautions = { cautionEn: input.caution?.en || null, cautionFr: input.caution?.fr || null };
    const steps = await tx.talkingPointStep.count({ where: { talkingPointId: point.id } });
    // "Usable" is of the words in force; a caution and the end are about those that were usable.
    const version = input.status === "cautioned" ? (point.usableVersion ?? point.currentVersion) : point.currentVersion;
    const step = { talkingPointId: point.id, number: steps + 1, status: input.status, version, at, organizationId };
    await tx.talkingPointStep.create({ data: { ...step, ...reasons, ...cautions, ...actor } });
    await tx.talkingPoint.update({
      where: { id: point.id },
      data: {
        ...{ ...after, replacedById, version: { increment: 1 } },
        ...(point.openedVersion === null && { openedVersion: point.currentVersion }),
        ...(reviewBy && { reviewBy }),
      },
    });
    if (!isOpen(input.status)) await endRound(tx, point.id);
    await record(tx, "talkingPoint.statusChanged", viewer, `talkingPoint/${point.id}`, {
      version,
      status: input.status,
    });
  });
}

/** Whether at least one member stands behind the words in force. */
async function isEndorsed(tx: Tx, { id: talkingPointId, currentVersion }: { id: string; currentVersion: number }) {
  const steps = await tx.endorsementStep.findMany({
    where: { talkingPointId, organization: { status: "member" } },
    orderBy: [{ organizationId: "asc" }, { number: "asc" }],
    select: { organizationId: true, kind: true, version: true, response: true },
  });
  return [...replayEach(steps).values()].some(
    ({ given }) => given !== null && isCurrent(given, currentVersion) && standsBehind(given.response),
  );
}

async function findReplacement(tx: Tx, viewer: Viewer, id: string | undefined, own: string): Promise<string | null> {
  if (id === undefined) return null;
  const found = await tx.talkingPoint.findFirst({
    where: { AND: [readableBy(viewer), pointAt(id), { openedVersion: { not: null } }] },
    select: { id: true },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  if (found.id === own) throw new BadField("replacedBy", "invalid");
  return found.id;
}
