import { randomBytes } from "node:crypto";
import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";
import type { Stance, Visibility } from "@/lib/platform/generated/prisma/enums";

type Pair = { en: string; fr: string };
type Body = { organization: string; proposition: string; stance: Stance; rationale: Pair; visibility: Visibility };

/** The rows that the product writes for a saved draft, in one transaction, and none of its questions. */
export async function saveDraft(personId: string, body: Body) {
  const { organization, proposition, stance, rationale, visibility } = body;
  const found = await db.position.findFirstOrThrow({
    ...unasked,
    where: { organization: { slug: organization }, proposition: { slug: proposition } },
    select: {
      id: true,
      proposition: { select: { currentVersion: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
      steps: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
    },
  });
  const at = new Date();
  const positionId = found.id;
  const number = (found.revisions[0]?.number ?? 0) + 1;
  const step = (found.steps[0]?.number ?? 0) + 1;
  const [, , position] = await db.$transaction([
    db.positionRevision.create({
      data: {
        positionId,
        number,
        propositionVersion: found.proposition.currentVersion,
        stance,
        rationaleEn: rationale.en,
        rationaleFr: rationale.fr,
        visibility,
        authorId: personId,
        createdAt: at,
      },
    }),
    db.positionStep.create({
      data: { positionId, number: step, kind: "drafted", revision: number, at, actorId: personId },
    }),
    db.position.update({
      where: { id: positionId },
      data: { draft: number, draftState: "drafted", version: { increment: 1 } },
    }),
    db.$queryRaw`SELECT record_activity(${at}, 'position.drafted', ${personId}::uuid, false, ${`position/${positionId}`},
      ${JSON.stringify({ revision: number })}::jsonb, ${randomBytes(32).toString("hex")})::text`,
  ]);
  return position;
}
