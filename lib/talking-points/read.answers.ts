import "server-only";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import type { EndorsementResponse } from "./constants";
import type { Moment } from "./read.state";

/** An organization's answer in force, whichever words it was given for. */
type Until = Pick<Moment, "before">;

export type LatestAnswer = { organizationId: string; version: number; response: EndorsementResponse };

const until = ({ before }: Until) => (before ? Prisma.sql`AND "at" < ${before.lt}` : Prisma.empty);

/** The answers in force to every point, by its id: the last step of each organization that is no first signature and no withdrawal. */
export async function findLatestAnswers(moment: Until): Promise<Map<string, LatestAnswer[]>> {
  const rows = await db.$queryRaw<(LatestAnswer & { id: string })[]>`
    SELECT "id", "organizationId", "version", "response" FROM (
      SELECT DISTINCT ON ("talkingPointId", "organizationId") "talkingPointId"::text AS "id",
        "organizationId"::text AS "organizationId", "version", "response"::text AS "response", "kind"
      FROM "EndorsementStep" WHERE "kind" <> 'signed_once' ${until(moment)}
      ORDER BY "talkingPointId", "organizationId", "number" DESC) AS latest
    WHERE "kind" <> 'withdrawn'`;
  const answers = new Map<string, LatestAnswer[]>();
  for (const { id, ...answer } of rows) answers.set(id, [...(answers.get(id) ?? []), answer]);
  return answers;
}

/** Those of these versions whose clauses all say the same in both languages, by the ids of their points. */
export async function findEqual(
  versions: readonly { id: string; number: number }[],
  moment: Moment,
): Promise<Set<string>> {
  const [ids, numbers] = [versions.map(({ id }) => id), versions.map(({ number }) => number)];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c."talkingPointId"::text AS "id"
    FROM unnest(${ids}::uuid[], ${numbers}::int[]) AS wanted ("id", "number")
    JOIN "TalkingPointClause" c ON c."talkingPointId" = wanted."id" AND c."version" = wanted."number"
    LEFT JOIN LATERAL (SELECT "parity" FROM "TalkingPointParity" p
      WHERE p."talkingPointId" = c."talkingPointId" AND p."version" = c."version" AND p."clauseKey" = c."key" ${until(moment)}
      ORDER BY "number" DESC LIMIT 1) AS last ON true
    GROUP BY c."talkingPointId" HAVING bool_and(COALESCE(last."parity" = 'equal', false))`;
  return new Set(rows.map(({ id }) => id));
}
