import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { revisionsReadableBy } from "@/lib/positions/policy";
import { propositionTitleSelect, toPropositionTitle } from "@/lib/positions/read.shape";
import type { Viewer } from "@/lib/viewer/schema";
import { firstOf } from "./rules";
import type { Home } from "./schema";

const firstVisitDays = 30;
const maxSteps = 200;

/** What others committed to since the viewer was last here, where they may read it; of one's own, what was withdrawn as well. */
export async function readRecentChanges(viewer: Viewer, now: Date): Promise<Home["since"]> {
  const lastHere = await findLastHere(viewer);
  const from = lastHere ?? new Date(now.getTime() - firstVisitDays * 86_400_000);
  const steps = await db.positionStep.findMany({
    where: {
      kind: { in: ["signed_off", "confirmed", "withdrawn"] },
      at: { gt: from },
      position: { revisions: { some: revisionsReadableBy(viewer) } },
      ...(viewer.personId ? { actorId: { not: viewer.personId } } : {}),
    },
    orderBy: [{ at: "desc" }, { positionId: "asc" }, { number: "desc" }],
    take: maxSteps,
    select: step,
  });
  const revisions = await db.positionRevision.findMany({
    where: {
      AND: [revisionsReadableBy(viewer), { positionId: { in: [...new Set(steps.map((it) => it.positionId))] } }],
      signedOffAt: { not: null },
    },
    orderBy: [{ signedOffAt: "asc" }, { number: "asc" }],
    select: { positionId: true, number: true, stance: true },
  });
  const items = steps.flatMap((it) => {
    const readable = revisions.filter((revision) => revision.positionId === it.positionId);
    const at = readable.findIndex((revision) => revision.number === it.revision);
    const [text, before] = [readable[at], readable[at - 1]];
    if (!text) return [];
    // The first text that one may read was signed, whatever it confirms that one may not: as in the history.
    const kind = it.kind === "confirmed" && !before ? "signed_off" : it.kind;
    return [toHappened({ ...it, kind }, text.stance, kind === "signed_off" ? (before?.stance ?? null) : null)];
  });
  return { lastHere: lastHere?.toISOString() ?? null, ...firstOf(items) };
}

/** The end of the visit before this one. A sign-out forgets the session, and with it the visit. */
async function findLastHere({ personId, sessionId }: Viewer): Promise<Date | null> {
  if (!personId) return null;
  const { _max } = await db.session.aggregate({
    where: { personId, ...(sessionId ? { id: { not: sessionId } } : {}) },
    _max: { lastSeenAt: true },
  });
  return _max.lastSeenAt;
}

const step = {
  positionId: true,
  number: true,
  kind: true,
  revision: true,
  at: true,
  position: {
    select: { organization: { select: organizationNameSelect }, proposition: { select: propositionTitleSelect } },
  },
} satisfies Prisma.PositionStepSelect;

type Step = Prisma.PositionStepGetPayload<{ select: typeof step }>;
type Happened = Home["since"]["items"][number];

const toHappened = (it: Step, stance: Happened["stance"], before: Happened["before"]): Happened => ({
  at: it.at.toISOString(),
  kind: it.kind,
  organization: toOrganizationName(it.position.organization),
  proposition: toPropositionTitle(it.position.proposition),
  stance,
  before,
});
