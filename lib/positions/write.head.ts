import "server-only";
import { readableBy as organizationsReadableBy } from "@/lib/organizations/policy";
import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { holdRights } from "@/lib/platform/session/hold-rights";
import { belongsTo, type Mandate, type Viewer } from "@/lib/platform/viewer";
import { readableBy } from "./policy";
import { type Obstacle, type Present, take } from "./rules";
import type { Place, StepKind, Visibility } from "./schema";

/** Who would hold the position, and on which words. */
export type Ground = Awaited<ReturnType<typeof findGround>>;
type Spot = Pick<Ground, "organizationId" | "propositionId">;
export type Head = Present & { id: string; version: number };

/** What is not the viewer's own answers as if it were absent, unless they may read what stands there. */
export async function findGround(tx: Tx, viewer: Viewer, place: Place) {
  const organization = await tx.organization.findFirst({
    where: { AND: [organizationsReadableBy(viewer), { slug: place.organization }] },
    select: { id: true, status: true, listing: true, signOffKind: true },
  });
  if (!organization) throw new Refusal("NOT_FOUND", "noSuchOrganization");
  const proposition = await tx.proposition.findUnique({
    where: { slug: place.proposition },
    select: { id: true, themeId: true, currentVersion: true },
  });
  if (!proposition) throw new Refusal("NOT_FOUND", "noSuchProposition");
  const at = { organizationId: organization.id, propositionId: proposition.id };
  if (!belongsTo(viewer, organization.id)) {
    const seen = await tx.position.count({ where: { AND: [readableBy(viewer), at] } });
    if (seen === 0) throw new Refusal("NOT_FOUND", "noSuchPosition");
  }
  return { ...at, themeId: proposition.themeId, currentVersion: proposition.currentVersion, organization };
}

/** The head, held until this transaction ends: whoever comes second finds another version. */
export async function lockHead(tx: Tx, { organizationId, propositionId }: Spot): Promise<Head | null> {
  const rows = await tx.$queryRaw<Head[]>`
    SELECT "id", "version", "standing", "draft", "draftState" FROM "Position"
    WHERE "organizationId" = ${organizationId}::uuid AND "propositionId" = ${propositionId}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}

/** The head as the caller saw it. Where they need not say what they saw, `expected` is null. */
export async function lockSeen(tx: Tx, ground: Ground, expected: number | null): Promise<Head> {
  const head = await lockHead(tx, ground);
  if (!head) throw new Refusal("NOT_FOUND", "noSuchPosition");
  if (expected !== null && head.version !== expected) throw changedMeanwhile(head);
  return head;
}

export const changedMeanwhile = (head: Head | null) =>
  new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { current: head?.version ?? null });

export function refuse(obstacle: Obstacle | null) {
  if (obstacle) throw new Refusal("CONFLICT", obstacle);
}

type Told = {
  viewer: Viewer;
  at: Date;
  revision: number;
  mandate: Mandate | null;
  note?: string | undefined;
  from?: Visibility | null;
  to?: Visibility;
};

/** Adds the steps to the history, and makes the head what they make of it. */
export async function advance(tx: Tx, head: Head, kinds: StepKind[], told: Told, dates: Dates = {}) {
  const taken = await tx.positionStep.aggregate({ where: { positionId: head.id }, _max: { number: true } });
  const first = (taken._max.number ?? 0) + 1;
  const { viewer, at, revision, mandate } = told;
  if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  await holdRights(tx, viewer);
  const common = { positionId: head.id, revision, at, actorId: viewer.personId, byToken: viewer.token !== null };
  const authority = mandate
    ? {
        mandateId: mandate.id,
        authorizedBy: mandate.authorizedBy,
        instrument: mandate.instrument,
        instrumentDate: new Date(mandate.instrumentDate),
        selfAuthorized: mandate.selfAuthorized,
      }
    : {};
  const said = { note: told.note || null, visibilityFrom: told.from ?? null, visibilityTo: told.to ?? null };
  const last = kinds.length - 1;
  await tx.positionStep.createMany({
    data: kinds.map((kind, i) => ({ ...common, ...authority, ...(i === last ? said : {}), kind, number: first + i })),
  });
  const { standing, draft, draftState } = kinds.reduce<Present>(
    (present, kind) => take(present, { kind, revision }),
    head,
  );
  await tx.position.update({
    where: { id: head.id },
    data: { standing, draft, draftState, ...dates, version: { increment: 1 } },
  });
}

type Dates = { standingSince?: Date | null; reviewBy?: Date | null };
