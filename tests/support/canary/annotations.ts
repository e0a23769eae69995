import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import type { Visibility } from "@/lib/platform/generated/prisma/enums";
import type { AnnotationKind } from "@/lib/positions/schema.annotations";
import { buildExplanation, buildJoin } from "@/prisma/seed/build-annotations";
import type { Canaries, Observer } from "./canaries";

type Id = { id: string };
type PositionIds = { organization: Id; proposition: Id };
type PlantedStep = {
  name: string;
  number?: number;
  kind?: AnnotationKind;
  visibility: Visibility;
  readers: readonly Observer[];
};

function actOf(canaries: Canaries, { name, readers }: PlantedStep, what: string) {
  const word = (column: string) => canaries.for(readers, what, name, column);
  const mandate = { authorizedBy: word("authorizedBy"), instrument: word("instrument"), instrumentDate: new Date() };
  return { by: randomUUID(), at: new Date(), mandate };
}

const findHead = ({ organization, proposition }: PositionIds) =>
  db.position.findFirstOrThrow({ where: { organizationId: organization.id, propositionId: proposition.id } });

/** An organization joined a reservation. On whose authority is a canary. */
export async function plantJoin(canaries: Canaries, spot: PositionIds & { by: Id }, told: PlantedStep) {
  const { id: positionId } = await findHead(spot);
  const { name: _, readers: __, ...join } = told;
  const built = buildJoin({ ...join, positionId, organizationId: spot.by.id }, actOf(canaries, told, "join"));
  await db.joinStep.create({ data: built });
}

/** Why a position is taken, in words that are canaries, beside its newest signed text. */
export async function plantExplanation(canaries: Canaries, spot: PositionIds, told: PlantedStep) {
  const { id: positionId, standing } = await findHead(spot);
  const { name, readers, ...explained } = told;
  const word = (column: string) => canaries.for(readers, "explanation", name, column);
  const text = { textEn: word("textEn"), textFr: word("textFr") };
  const built = { ...explained, ...text, positionId, revision: standing ?? 1 };
  await db.explanationStep.create({ data: buildExplanation(built, actOf(canaries, told, "explanation")) });
}
