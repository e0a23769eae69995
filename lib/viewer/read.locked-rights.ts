import "server-only";
import type { Tx } from "../platform/db/client";
import { Refusal } from "../platform/http/refusal";
import type { Viewer } from "./schema";

/**
 * Locks what the viewer's rights rest on until commit (FOR SHARE): their representations, mandates and convener terms, and
 * the status and sign-off rule of their organizations. The request may have waited for a lock; if a right ended meanwhile
 * or an organization was suspended, 403; if its rule became another, 409, since another number of people may have to sign.
 */
export async function lockRights(tx: Tx, { personId, mandates, representations, convenerFor }: Viewer) {
  const organizations = representations.map((it) => it.organizationId);
  const ids = mandates.map((it) => it.id);
  const letInWith = JSON.stringify(representations);
  const [locked] = await tx.$queryRaw<
    { parts: number; present: number; rules: number; mandates: number; terms: number }[]
  >`
    SELECT count(*)::int AS "present", (count(*) FILTER (WHERE o."signOffKind" = o."seenKind"))::int AS "rules",
      (SELECT count(*)::int FROM (SELECT FROM "Representation" WHERE "personId" = ${personId}::uuid
        AND "organizationId" = ANY(${organizations}::uuid[]) AND "endedAt" IS NULL FOR SHARE) it) AS "parts",
      (SELECT count(*)::int FROM (SELECT FROM "Mandate" WHERE "id" = ANY(${ids}::uuid[]) AND "revokedAt" IS NULL
        AND ("expiresAt" IS NULL OR "expiresAt" > clock_timestamp()) FOR SHARE) it) AS "mandates",
      (SELECT count(DISTINCT it."organizationId")::int FROM (SELECT t."organizationId" FROM "ConvenerTerm" t
        JOIN "ConvenerPerson" c ON c."termId" = t."id" AND c."personId" = ${personId}::uuid
        WHERE t."organizationId" = ANY(${convenerFor}::uuid[]) AND t."since" <= clock_timestamp()
          AND (t."until" IS NULL OR t."until" > clock_timestamp()) FOR SHARE) it) AS "terms"
    FROM (SELECT o."signOffKind"::text AS "signOffKind", seen."signOffKind" AS "seenKind" FROM "Organization" o
      JOIN jsonb_to_recordset(${letInWith}::jsonb) AS seen ("organizationId" uuid, "status" text, "signOffKind" text)
        ON seen."organizationId" = o."id" AND seen."status" = o."status"::text
      ORDER BY o."id" FOR SHARE OF o) o`;
  const terms = new Set(convenerFor).size;
  const all = [locked?.parts, locked?.present, locked?.mandates, locked?.terms];
  if (all.join() !== [organizations.length, organizations.length, ids.length, terms].join())
    throw new Refusal("FORBIDDEN", "rightsEnded");
  if (locked?.rules !== organizations.length) throw new Refusal("CONFLICT", "ruleChangedMeanwhile");
}
