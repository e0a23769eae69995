import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { authoritySelect } from "../mandates/read.authority";
import { replay } from "./rules.endorsements";

/** What an answer says. */
export const answerSelect = {
  response: true,
  usage: true,
  clauses: true,
  reservationEn: true,
  reservationFr: true,
  anchorClause: true,
  anchorEn: true,
  anchorFr: true,
  reasonEn: true,
  reasonFr: true,
  liftEn: true,
  liftFr: true,
  publicly: true,
} satisfies Prisma.EndorsementStepSelect;

export const stepSelect = {
  ...answerSelect,
  ...authoritySelect,
  organizationId: true,
  number: true,
  kind: true,
  version: true,
  digest: true,
  at: true,
  actorId: true,
} satisfies Prisma.EndorsementStepSelect;

export type StepRow = Prisma.EndorsementStepGetPayload<{ select: typeof stepSelect }>;

type Key = { talkingPointId: string; organizationId: string };

/** What an organization answered, and how many steps that took. */
export async function findStanding(tx: Tx, { talkingPointId, organizationId }: Key) {
  const steps = await tx.endorsementStep.findMany({
    where: { talkingPointId, organizationId },
    orderBy: { number: "asc" },
    select: stepSelect,
  });
  return { standing: replay(steps), last: steps.at(-1)?.number ?? 0 };
}
