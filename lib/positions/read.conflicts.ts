import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { sliceOrder } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
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

type Found = { row: Row; first: CommittingAct; second: CommittingAct };

/** The latest first; of one moment, in the order of where it was. */
const latestFirst = sliceOrder<Found>("conflicts", ({ row, first, second }) => [
  -second.at.getTime(),
  -first.at.getTime(),
  row.position.id,
]);

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
  const { items, ...rest } = latestFirst.toSlice(visible, page);
  return { items: items.map((it) => toConflict(it, names)), ...rest };
}

function toAct({ kind, at, actorId, revision, position }: Row): CommittingAct[] {
  const stance = position.revisions.find(({ number }) => number === revision)?.stance;
  return stance && (kind === "signed_off" || kind === "withdrawn") ? [{ kind, at, actorId, stance }] : [];
}

function toConflict(
  { row, first, second }: { row: Row; first: CommittingAct; second: CommittingAct },
  names: Map<string, string>,
): Conflict {
  const visible = ({ kind, stance, at, actorId }: CommittingAct) => ({
    kind,
    stance,
    at: at.toISOString(),
    actor: names.get(actorId) ?? null,
  });
  const { organization, proposition } = row.position;
  return {
    organization: toOrganizationName(organization),
    proposition: toPropositionName(proposition),
    first: visible(first),
    second: visible(second),
  };
}
