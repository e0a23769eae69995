import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { insertRows } from "./sync-table";

type Mandate = Pick<Prisma.MandateCreateManyInput, "id" | "authorizedBy" | "instrument" | "instrumentDate">;

/** Who did it, when, and under which mandate. */
export type AuthorizedAct = { by: string; at: Date; mandate: Mandate };

export type RevisionText = Pick<
  Prisma.PositionRevisionCreateManyInput,
  | "stance"
  | "rationaleEn"
  | "rationaleFr"
  | "reservationEn"
  | "reservationFr"
  | "visibility"
  | "undecidedSince"
  | "decideBy"
> & { propositionVersion: number };

/** A position with its whole history, as it would have come about, still to be inserted. */
export type Built = {
  position: Prisma.PositionCreateManyInput & {
    id: string;
    version: number;
    standing?: number | null;
    draft?: number | null;
  };
  revisions: Prisma.PositionRevisionCreateManyInput[];
  steps: Prisma.PositionStepCreateManyInput[];
};

export const openPosition = (organizationId: string, propositionId: string): Built => ({
  position: { id: randomUUID(), organizationId, propositionId, version: 0 },
  revisions: [],
  steps: [],
});

export function draft(built: Built, said: RevisionText, { by, at, mandate }: AuthorizedAct) {
  const number = built.revisions.length + 1;
  built.revisions.push({ positionId: built.position.id, number, ...said, authorId: by, createdAt: at });
  built.position.draft = number;
  built.position.draftState = "drafted";
  addStep(built, "drafted", number, { by, at, mandate }, { visibilityTo: said.visibility });
}

export function submit(built: Built, act: AuthorizedAct) {
  built.position.draftState = "submitted";
  addStep(built, "submitted", mustHaveDraft(built), act);
}

export function returnDraft(built: Built, act: AuthorizedAct, note: string | null) {
  built.position.draftState = "returned";
  addStep(built, "returned", mustHaveDraft(built), act, { note });
}

/** The first of the two signatures that a joint decision takes. */
export function signFirst(built: Built, act: AuthorizedAct) {
  built.position.draftState = "signed_once";
  addStep(built, "signed_once", mustHaveDraft(built), act);
}

export function signOff(built: Built, act: AuthorizedAct) {
  const number = mustHaveDraft(built);
  const { position, revisions } = built;
  const revision = revisions[number - 1];
  const before = position.standing ? revisions[position.standing - 1] : null;
  if (!revision) throw new Error("the draft has no words");
  revision.signedOffAt = act.at;
  if (before) before.stoodUntil = act.at;
  position.standing = number;
  position.standingSince = act.at;
  position.reviewBy = revision.reviewBy ?? addMonths(act.at, 12);
  position.draft = null;
  position.draftState = null;
  addStep(built, "signed_off", number, act, {
    visibilityFrom: before?.visibility ?? null,
    visibilityTo: revision.visibility,
  });
}

export function withdraw(built: Built, act: AuthorizedAct, note: string | null = null) {
  const { position, revisions } = built;
  const number = position.standing ?? 0;
  const stood = revisions[number - 1];
  if (!stood) throw new Error("nothing stands that could be withdrawn");
  stood.stoodUntil = act.at;
  Object.assign(position, { standing: null, standingSince: null, reviewBy: null });
  addStep(built, "withdrawn", number, act, { note, visibilityFrom: stood.visibility, visibilityTo: "organization" });
  for (const revision of built.revisions) if (revision.signedOffAt) revision.visibility = "organization";
}

function mustHaveDraft({ position }: Built): number {
  if (!position.draft) throw new Error("there is no draft to act on");
  return position.draft;
}

type Step = Prisma.PositionStepCreateManyInput;

function addStep(built: Built, kind: Step["kind"], revision: number, act: AuthorizedAct, told: Partial<Step> = {}) {
  built.position.version += 1;
  built.steps.push({
    positionId: built.position.id,
    number: built.steps.length + 1,
    kind,
    revision,
    at: act.at,
    actorId: act.by,
    mandateId: act.mandate.id ?? null,
    authorizedBy: act.mandate.authorizedBy,
    instrument: act.mandate.instrument,
    instrumentDate: act.mandate.instrumentDate,
    byToken: false,
    ...told,
  });
}

function addMonths(from: Date, months: number): Date {
  const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(from.getUTCDate(), last));
  return day;
}

/** Many at once. A head points to its revisions and they to it, so what stands is said last. */
export async function insertPositions(tx: Tx, all: readonly Built[]) {
  const heads = all.map(({ position: { id, organizationId, propositionId, version } }) => ({
    id,
    organizationId,
    propositionId,
    version,
  }));
  await insertRows(tx, "Position", heads);
  const revisions = all.flatMap((it) => it.revisions);
  await insertRows(tx, "PositionRevision", revisions);
  const steps = all.flatMap((it) => it.steps);
  await insertRows(tx, "PositionStep", steps);
  await tx.$executeRaw`
    UPDATE "Position" AS held SET "standing" = said."standing", "standingSince" = said."standingSince",
      "reviewBy" = said."reviewBy", "draft" = said."draft", "draftState" = said."draftState"
    FROM jsonb_populate_recordset(NULL::"Position", ${JSON.stringify(all.map((it) => it.position))}::jsonb) AS said
    WHERE held."id" = said."id"`;
}
