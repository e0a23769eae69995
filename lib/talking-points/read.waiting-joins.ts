import "server-only";
import { signaturesNeeded } from "@/lib/organizations/rules";
import { db } from "@/lib/platform/db/client";
import { membershipsOf, signOffKindFor } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { replayEach } from "../mandates/rules.signatures";
import type { StandingRow } from "./read.endorsements";

type Point = { talkingPointId: string; standings: ReadonlyMap<string, StandingRow> };

/**
 * First signatures under a join of one of the viewer's organizations that wait for the second, for reservations that are still
 * in force. Where no organization of theirs needs two, nothing is looked up.
 */
export async function findWaitingJoins(viewer: Viewer, { talkingPointId, standings }: Point) {
  const joint = membershipsOf(viewer)
    .map(({ organizationId }) => organizationId)
    .filter((id) => signaturesNeeded(signOffKindFor(viewer, id)) > 1);
  if (joint.length === 0) return [];
  const steps = await db.reservationJoin.findMany({
    where: { talkingPointId, joinedById: { in: joint } },
    orderBy: [{ organizationId: "asc" }, { joinedById: "asc" }, { number: "asc" }],
    select: {
      ...{ organizationId: true, joinedById: true, step: true, kind: true, actorId: true },
      reservation: { select: { organization: { select: { slug: true } } } },
    },
  });
  const states = replayEach(steps, (it) => `${it.organizationId} ${it.joinedById}`);
  return [...states.values()]
    .flatMap(({ waiting }) => waiting ?? [])
    .filter(({ organizationId, step }) => standings.get(organizationId)?.given?.number === step)
    .map(({ reservation, ...it }) => ({ ...it, organization: reservation.organization }));
}
