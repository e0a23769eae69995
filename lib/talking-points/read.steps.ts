import "server-only";
import type { OrganizationNameRow } from "@/lib/organizations/read.select";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { authorityOf, authoritySelect } from "../mandates/read.authority";
import { type Answer, replay } from "./rules.endorsements";
import type { EndorsementStep } from "./schema.endorsements";

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

/** A step with its organization's names. */
export type NamedStepRow = StepRow & { organization: OrganizationNameRow };

/**
 * Of each organization the last step of every kind: what stands is told by these, however often it answered before. A first
 * signature and the answer after it are put in their order again.
 */
export async function findLastSteps(tx: Tx, where: Prisma.Sql): Promise<NamedStepRow[]> {
  const rows = await tx.$queryRaw<(StepRow & OrganizationNameRow)[]>`
    SELECT s.*, o."slug", o."code", o."nameEn", o."nameFr", o."shortEn", o."shortFr"
    FROM (SELECT DISTINCT ON ("organizationId", "kind") * FROM "EndorsementStep" WHERE ${where}
      ORDER BY "organizationId", "kind", "number" DESC) AS s
    JOIN "Organization" o ON o."id" = s."organizationId" ORDER BY s."organizationId", s."number"`;
  return rows.map((row) => ({ ...row, organization: row }));
}

type Key = { talkingPointId: string; organizationId: string };

/** What an organization answered, and how many steps that took. */
export async function findStanding(tx: Tx, { talkingPointId, organizationId }: Key) {
  const steps = await findLastSteps(
    tx,
    Prisma.sql`"talkingPointId" = ${talkingPointId}::uuid AND "organizationId" = ${organizationId}::uuid`,
  );
  return { standing: replay<StepRow>(steps), last: steps.at(-1)?.number ?? 0 };
}

const toPair = (en: string | null, fr: string | null) => (en || fr ? { en, fr } : null);

export const toAnswer = (row: Answer) => ({
  response: row.response,
  usage: row.usage,
  clauses: [...row.clauses],
  reservation: toPair(row.reservationEn, row.reservationFr),
  anchor: row.anchorClause === null ? null : { clause: row.anchorClause, text: { en: row.anchorEn, fr: row.anchorFr } },
  reason: toPair(row.reasonEn, row.reasonFr),
  lift: toPair(row.liftEn, row.liftFr),
  publicly: row.publicly,
});

/** A step as whoever made it is told of it. */
export const toStep = (organization: string, row: StepRow): EndorsementStep => ({
  ...{ organization, step: row.number, kind: row.kind, version: row.version, digest: row.digest },
  ...toAnswer(row),
  ...{ at: row.at.toISOString(), authority: authorityOf(row) },
});
