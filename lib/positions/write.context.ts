import "server-only";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import type { SignOffKind } from "@/lib/organizations/schema";
import type { Tx } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { rememberClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import { belongsTo } from "@/lib/viewer/rules";
import type { Mandate, Viewer } from "@/lib/viewer/schema";
import { authorityColumns } from "../mandates/record.signature";
import { readableBy } from "./policy";
import { applyStep, type Obstacle, type Present } from "./rules";
import type { PositionKey, StepKind, Visibility } from "./schema";

/**
 * The ids, the wording in force and the organization of one position, whether or not anything is recorded there yet.
 */
export type PositionContext = Awaited<ReturnType<typeof findContext>>;
type PositionIds = Pick<PositionContext, "organizationId" | "propositionId">;
/** `draftSignOffKind`: the sign-off rule that its draft was begun under, as the database kept it. */
type Locked = Present & { id: string; version: number; draftSignOffKind: SignOffKind | null };
/** With how many revisions and steps there are, so that the next of each is numbered. */
type StepCounts = { revisions: number; steps: number };
export type Head = Locked & StepCounts;

type PropositionRow = { id: string; themeId: string; currentVersion: number };

async function findProposition(tx: Tx, slug: string, lockWording: boolean): Promise<PropositionRow | null> {
  if (!lockWording)
    return tx.proposition.findUnique({ where: { slug }, select: { id: true, themeId: true, currentVersion: true } });
  const [row] = await tx.$queryRaw<PropositionRow[]>`
    SELECT "id", "themeId", "currentVersion" FROM "Proposition" WHERE "slug" = ${slug} FOR SHARE`;
  return row ?? null;
}

/**
 * 404 unless the position is the viewer's own organization's or readable by them. `lockWording` locks the proposition
 * (FOR SHARE): its wording could otherwise change before a signature for it is stored.
 */
export async function findContext(tx: Tx, viewer: Viewer, key: PositionKey, { lockWording = false } = {}) {
  const organization = await tx.organization.findFirst({
    where: { AND: [organizationsReadableBy(viewer), { slug: key.organization }] },
    select: { id: true, status: true, listing: true },
  });
  if (!organization) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const proposition = await findProposition(tx, key.proposition, lockWording);
  if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const at = { organizationId: organization.id, propositionId: proposition.id };
  if (!belongsTo(viewer, organization.id)) {
    const seen = await tx.position.count({ where: { AND: [readableBy(viewer), at] } });
    if (seen === 0) throw new Refusal("NOT_FOUND", "noSuchPosition");
  }
  return { ...at, themeId: proposition.themeId, currentVersion: proposition.currentVersion, organization };
}

/** Locks the position's row (FOR UPDATE) until the transaction ends: a concurrent writer then finds another version. */
export async function lockHead(tx: Tx, { organizationId, propositionId }: PositionIds): Promise<Head | null> {
  const [head] = await tx.$queryRaw<Locked[]>`
    SELECT "id", "version", "standing", "draft", "draftState", "draftSignOffKind" FROM "Position"
    WHERE "organizationId" = ${organizationId}::uuid AND "propositionId" = ${propositionId}::uuid FOR UPDATE`;
  return head ? { ...head, ...(await readStepCounts(tx, head.id)) } : null;
}

/** Counts in a statement of its own: a statement that waited for a lock does not see rows written meanwhile. */
async function readStepCounts(tx: Tx, id: string): Promise<StepCounts> {
  const [row] = await tx.$queryRaw<(StepCounts & { now: Date })[]>`
    SELECT now() AS "now",
      (SELECT COALESCE(max("number"), 0) FROM "PositionRevision" WHERE "positionId" = ${id}::uuid) AS "revisions",
      (SELECT COALESCE(max("number"), 0) FROM "PositionStep" WHERE "positionId" = ${id}::uuid) AS "steps"`;
  if (!row) throw new Error("the database counted nothing");
  const { now, revisions, steps } = row;
  rememberClock(tx, now);
  return { revisions, steps };
}

/** Locks the position and requires the version that the caller read; `expected` is null where If-Match is optional. */
export async function lockAtVersion(tx: Tx, context: PositionContext, expected: number | null): Promise<Head> {
  const head = await lockHead(tx, context);
  if (!head) throw new Refusal("NOT_FOUND", "noSuchPosition");
  if (expected !== null && head.version !== expected) throw versionConflict(head);
  return head;
}

export const versionConflict = (head: Head | null) =>
  new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: head?.version ?? null });

export function refuse(obstacle: Obstacle | "secondSignatory" | null) {
  if (obstacle) throw new Refusal("CONFLICT", obstacle);
}

type StepFacts = {
  viewer: Viewer;
  at: Date;
  revision: number;
  mandate: Mandate | null;
  note?: string | undefined;
  from?: Visibility | null;
  to?: Visibility;
};

/** Appends the steps to the history and updates the position's row to the state that they lead to. */
export async function appendSteps(tx: Tx, head: Head, kinds: StepKind[], facts: StepFacts, dates: Dates = {}) {
  const { viewer, at, revision, mandate } = facts;
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await lockRights(tx, viewer);
  const common = { positionId: head.id, revision, at, actorId: viewer.personId, byToken: viewer.token !== null };
  const authority = mandate ? authorityColumns(mandate) : {};
  const change = { note: facts.note || null, visibilityFrom: facts.from ?? null, visibilityTo: facts.to ?? null };
  const last = kinds.length - 1;
  await tx.positionStep.createMany({
    data: kinds.map((kind, i) => ({
      ...common,
      ...authority,
      ...(i === last ? change : {}),
      kind,
      number: head.steps + 1 + i,
    })),
  });
  const { standing, draft, draftState } = kinds.reduce<Present>(
    (present, kind) => applyStep(present, { kind, revision }),
    head,
  );
  await tx.position.update({
    where: { id: head.id },
    data: { standing, draft, draftState, ...dates, version: { increment: 1 } },
  });
}

type Dates = { standingSince?: Date | null; reviewBy?: Date | null };
