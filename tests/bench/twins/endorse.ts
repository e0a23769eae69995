import { randomBytes } from "node:crypto";
import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";
import type { EndorsementResponse, Usage } from "@/lib/platform/generated/prisma/enums";

type Body = {
  slug: string;
  onBehalfOf: string;
  version: number;
  digest: string;
  response: EndorsementResponse;
  usage: Usage;
  reservation: { en: string; fr: string };
};

/** The rows that the product writes for an answer, in one transaction, and none of its questions. */
export async function endorse(personId: string, { slug, onBehalfOf, reservation, ...said }: Body) {
  return db.$transaction(async (tx) => {
    const point = await tx.talkingPoint.findUniqueOrThrow({ ...unasked, where: { slug }, select: { id: true } });
    const organization = await tx.organization.findUniqueOrThrow({
      ...unasked,
      where: { slug: onBehalfOf },
      select: { id: true, mandates: { where: { revokedAt: null }, take: 1 } },
    });
    const at = new Date();
    const key = { talkingPointId: point.id, organizationId: organization.id };
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${slug}))::text`;
    const last = await tx.endorsementStep.aggregate({ where: key, _max: { number: true } });
    const mandate = organization.mandates[0];
    const step = await tx.endorsementStep.create({
      data: {
        ...key,
        ...said,
        number: (last._max.number ?? 0) + 1,
        kind: "given",
        reservationEn: reservation.en,
        at,
        actorId: personId,
        mandateId: mandate?.id ?? null,
        authorizedBy: mandate?.authorizedBy ?? "",
        instrument: mandate?.instrument ?? "",
        instrumentDate: mandate?.instrumentDate ?? at,
      },
    });
    const facts = { version: said.version, digest: said.digest };
    await tx.$queryRaw`SELECT record_activity(${at}, 'endorsement.given', ${personId}::uuid, false,
      ${`talkingPoint/${point.id}`}, ${JSON.stringify(facts)}::jsonb, ${randomBytes(32).toString("hex")})::text`;
    return step;
  });
}
