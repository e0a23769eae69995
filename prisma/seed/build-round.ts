import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { RoundNextStep, RoundState, RoundStepKind } from "@/lib/platform/generated/prisma/enums";
import type { AuthorizedAct } from "./build-position";
import { type BuiltPoint, signedBy } from "./build-talking-point";

type Objection = Prisma.RoundObjectionCreateManyInput;
/** A round with its moments, as they are built. */
type RoundRow = {
  id: string;
  talkingPointId: string;
  number: number;
  version: number;
  digest: string;
  state: RoundState;
  organizationId: string;
  workingDays: number;
  createdAt: Date;
  opensAt: Date;
  closesAt: Date | null;
  endedAt: Date | null;
  nextStep: RoundNextStep | null;
  noObjection?: number;
  stoodAside?: number;
  unreachable?: number;
};

/** Rounds and marks as they would have come about, still to be inserted after their points. */
export type BuiltRounds = {
  rounds: RoundRow[];
  steps: Prisma.RoundStepCreateManyInput[];
  objections: Objection[];
  marks: Prisma.ClauseMarkCreateManyInput[];
};

export const noRounds = (): BuiltRounds => ({ rounds: [], steps: [], objections: [], marks: [] });

type RoundFields = Pick<RoundRow, "version" | "state" | "organizationId" | "opensAt"> &
  Partial<Omit<RoundRow, "id" | "talkingPointId" | "number" | "digest">>;

/** A round on a version of a point, with the steps that led to its state. */
export function addRound(built: BuiltRounds, { point, versions }: BuiltPoint, fields: RoundFields) {
  const digest = versions.find(({ number }) => number === fields.version)?.digest ?? "";
  const number = built.rounds.filter((it) => it.talkingPointId === point.id).length + 1;
  const about = { id: randomUUID(), talkingPointId: point.id, number, digest, workingDays: 5 };
  const moments = { createdAt: fields.opensAt, closesAt: null, endedAt: null, nextStep: null };
  const round: RoundRow = { ...about, ...moments, ...fields };
  built.rounds.push(round);
  const step = (kind: RoundStepKind, at: Date, more: Partial<(typeof built.steps)[number]> = {}) =>
    built.steps.push({
      ...{ roundId: round.id, version: fields.version, kind, at },
      ...{ number: built.steps.filter((it) => it.roundId === round.id).length + 1, ...more },
    });
  const { state, createdAt, opensAt, closesAt, endedAt, nextStep } = round;
  if (state === "planned") step("planned", createdAt);
  else step("opened", opensAt, { closesAt });
  if (endedAt && (state === "stopped" || state === "passed")) step(state, endedAt);
  if (endedAt && nextStep) step("decided", endedAt, { nextStep });
  return round;
}

type ObjectionFields = Pick<Objection, "organizationId" | "named"> & Partial<Objection>;

export const addObjection = (
  { objections }: BuiltRounds,
  { id: roundId, version }: RoundRow,
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
