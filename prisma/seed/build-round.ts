import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { AuthorizedAct } from "./build-position";
import { type BuiltPoint, signedBy } from "./build-talking-point";

type RoundRow = Prisma.NoObjectionRoundCreateManyInput;
type Objection = Prisma.RoundObjectionCreateManyInput;

/** Rounds and marks as they would have come about, still to be inserted after their points. */
export type BuiltRounds = {
  rounds: (RoundRow & { id: string })[];
  steps: Prisma.RoundStepCreateManyInput[];
  objections: Objection[];
  marks: Prisma.ClauseMarkCreateManyInput[];
};

export const noRounds = (): BuiltRounds => ({ rounds: [], steps: [], objections: [], marks: [] });

type RoundFields = Pick<RoundRow, "version" | "state" | "organizationId" | "opensAt"> & Partial<RoundRow>;

/** A round on a version of a point, with the steps that led to its state. */
export function addRound(built: BuiltRounds, { point, versions }: BuiltPoint, fields: RoundFields) {
  const digest = versions.find(({ number }) => number === fields.version)?.digest ?? "";
  const number = built.rounds.filter((it) => it.talkingPointId === point.id).length + 1;
  const about = { id: randomUUID(), talkingPointId: point.id, number, digest, workingDays: 5 };
  const round = { ...about, createdAt: fields.opensAt, ...fields };
  built.rounds.push(round);
  const step = (kind: (typeof built.steps)[number]["kind"], at: Date | string, more: object = {}) =>
    built.steps.push({
      ...{ roundId: round.id, version: fields.version, kind, at },
      ...{ number: built.steps.filter((it) => it.roundId === round.id).length + 1, ...more },
    });
  if (fields.state === "planned") step("planned", round.createdAt);
  else step("opened", fields.opensAt, { closesAt: fields.closesAt });
  const { endedAt } = round;
  if (endedAt instanceof Date && (fields.state === "stopped" || fields.state === "passed")) step(fields.state, endedAt);
  if (endedAt instanceof Date && fields.nextStep) step("decided", endedAt, { nextStep: fields.nextStep });
  return round;
}

type ObjectionFields = Pick<Objection, "organizationId" | "named"> & Partial<Objection>;

export const addObjection = (
  { objections }: BuiltRounds,
  { id: roundId, version }: RoundRow & { id: string },
  fields: ObjectionFields,
  act: AuthorizedAct,
) => objections.push({ roundId, version, ...fields, ...signedBy(act) });

type MarkFields = Pick<Prisma.ClauseMarkCreateManyInput, "version" | "clauseKey" | "organizationId" | "mark"> &
  Partial<Prisma.ClauseMarkCreateManyInput>;

export const addMark = ({ marks }: BuiltRounds, { point }: BuiltPoint, fields: MarkFields, act: AuthorizedAct) =>
  marks.push({ id: randomUUID(), talkingPointId: point.id, number: 1, ...fields, ...signedBy(act) });

export async function insertRounds(tx: Tx, { rounds, steps, objections, marks }: BuiltRounds) {
  await tx.noObjectionRound.createMany({ data: rounds });
  await tx.roundObjection.createMany({ data: objections });
  await tx.roundStep.createMany({ data: steps });
  await tx.clauseMark.createMany({ data: marks });
}
