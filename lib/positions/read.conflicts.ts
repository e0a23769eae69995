import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { paginate } from "@/lib/platform/http/pagination";
import { readClock } from "@/lib/platform/time/clock";
import { organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { findNames } from "./read";
import { toPropositionName, wordingSelect } from "./read.shape";
import { type CommittingAct, findConflicts } from "./rules.conflicts";
import type { Conflict, ConflictsInput } from "./schema.conflicts";

const actSelect = {
  kind: true,
  at: true,
  actorId: true,
  revision: true,
  position: {
    select: {
      id: true,
      organization: { select: organizationNameSelect },
      proposition: { select: wordingSelect },
      revisions: { select: { number: true, stance: true } },
    },
  },
} satisfies Prisma.PositionStepSelect;
type Row = Prisma.PositionStepGetPayload<{ select: typeof actSelect }>;

const monthAgo = (now: Date) => new Date(now.getTime() - 31 * 86_400_000);

/** Where signatories of one's own organizations disagreed: on one position, or with oneself among them of late. */
export async function listConflicts(viewer: Viewer, { organization, proposition, ...page }: ConflictsInput) {
  const mine = organization === undefined && proposition === undefined;
  const since = mine ? { at: { gte: monthAgo(await readClock(db)) } } : {};
  const rows = await db.positionStep.findMany({
    where: {
      kind: { in: ["signed_off", "withdrawn"] },
      ...since,
      position: {
        organizationId: { in: organizationsOf(viewer) },
        ...(organization ? { organization: { slug: organization } } : {}),
        ...(proposition ? { proposition: { slug: proposition } } : {}),
      },
    },
    orderBy: [{ positionId: "asc" }, { number: "asc" }],
    select: actSelect,
  });
  const byPosition = new Map<string, Row[]>();
  for (const row of rows) byPosition.set(row.position.id, [...(byPosition.get(row.position.id) ?? []), row]);
  const found = [...byPosition.values()].flatMap((steps) => {
    const [row] = steps;
    return row ? findConflicts(steps.flatMap(toAct)).map((pair) => ({ ...pair, row })) : [];
  });
  const visible = mine
    ? found.filter(({ first, second }) => [first, second].some((it) => it.actorId === viewer.personId))
    : found;
  const names = await findNames(visible.flatMap(({ first, second }) => [first.actorId, second.actorId]));
  return paginate(
    visible.sort((a, b) => b.second.at.getTime() - a.second.at.getTime()).map((it) => toConflict(it, names)),
    page,
  );
}

function toAct({ kind, at, actorId, revision, position }: Row): CommittingAct[] {
  const stance = position.revisions.find(({ number }) => number === revision)?.stance;
  return stance && (kind === "signed_off" || kind === "withdrawn") ? [{ kind, at, actorId, stance }] : [];
}

function toConflict(
  { row, first, second }: { row: Row; first: CommittingAct; second: CommittingAct },
  names: Map<string, string>,
): Conflict {
  const toView = ({ kind, stance, at, actorId }: CommittingAct) => ({
    kind,
    stance,
    at: at.toISOString(),
    actor: names.get(actorId) ?? null,
  });
  const { organization, proposition } = row.position;
  return {
    organization: toOrganizationName(organization),
    proposition: toPropositionName(proposition),
    first: toView(first),
    second: toView(second),
  };
}
