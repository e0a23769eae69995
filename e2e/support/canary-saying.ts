import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import type { Visibility } from "@/lib/platform/generated/prisma/enums";
import type { BesideKind } from "@/lib/positions/schema.beside";
import { buildExplanation, buildJoin } from "@/prisma/seed/build-beside";
import type { Canaries, Looker } from "./canaries";

type Id = { id: string };
type Spot = { organization: Id; proposition: Id };
type Told = { name: string; number?: number; kind?: BesideKind; visibility: Visibility; readers: readonly Looker[] };

function actOf(canaries: Canaries, { name, readers }: Told, what: string) {
  const word = (column: string) => canaries.for(readers, what, name, column);
  const mandate = { authorizedBy: word("authorizedBy"), instrument: word("instrument"), instrumentDate: new Date() };
  return { by: randomUUID(), at: new Date(), mandate };
}

const findHead = ({ organization, proposition }: Spot) =>
  db.position.findFirstOrThrow({ where: { organizationId: organization.id, propositionId: proposition.id } });

/** An organization joined a reservation. On whose authority is a canary. */
export async function plantJoin(canaries: Canaries, spot: Spot & { by: Id }, told: Told) {
  const { id: positionId } = await findHead(spot);
  const { name: _, readers: __, ...join } = told;
  const built = buildJoin({ ...join, positionId, organizationId: spot.by.id }, actOf(canaries, told, "join"));
  await db.joinStep.create({ data: built });
}

/** Why a position is taken, in words that are canaries, beside its newest signed text. */
export async function plantExplanation(canaries: Canaries, spot: Spot, told: Told) {
  const { id: positionId, standing } = await findHead(spot);
  const { name, readers, ...explained } = told;
  const word = (column: string) => canaries.for(readers, "explanation", name, column);
  const text = { textEn: word("textEn"), textFr: word("textFr") };
  const built = { ...explained, ...text, positionId, revision: standing ?? 1 };
  await db.explanationStep.create({ data: buildExplanation(built, actOf(canaries, told, "explanation")) });
}
