import "server-only";
import type { Tx } from "../platform/db/client";
import { Refusal } from "../platform/http/refusal";
import type { Viewer } from "./schema";

/**
 * Locks the viewer's representations, mandates and convener terms (FOR SHARE) until commit. The request may have waited
 * for a lock; if one was revoked meanwhile, 403.
 */
export async function lockRights(tx: Tx, { personId, mandates, representations, convenerFor }: Viewer) {
  const organizations = representations.map((it) => it.organizationId);
  const ids = mandates.map((it) => it.id);
  const [locked] = await tx.$queryRaw<{ parts: number; mandates: number; terms: number }[]>`
    SELECT
      (SELECT count(*)::int FROM (SELECT FROM "Representation" WHERE "personId" = ${personId}::uuid
        AND "organizationId" = ANY(${organizations}::uuid[]) AND "endedAt" IS NULL FOR SHARE) it) AS "parts",
      (SELECT count(*)::int FROM (SELECT FROM "Mandate" WHERE "id" = ANY(${ids}::uuid[]) AND "revokedAt" IS NULL
        AND ("expiresAt" IS NULL OR "expiresAt" > clock_timestamp()) FOR SHARE) it) AS "mandates",
      (SELECT count(DISTINCT it."organizationId")::int FROM (SELECT t."organizationId" FROM "ConvenerTerm" t
        JOIN "ConvenerPerson" c ON c."termId" = t."id" AND c."personId" = ${personId}::uuid
        WHERE t."organizationId" = ANY(${convenerFor}::uuid[]) AND t."since" <= clock_timestamp()
          AND (t."until" IS NULL OR t."until" > clock_timestamp()) FOR SHARE) it) AS "terms"`;
  const terms = new Set(convenerFor).size;
  if (locked?.parts !== organizations.length || locked.mandates !== ids.length || locked.terms !== terms)
    throw new Refusal("FORBIDDEN", "rightsEnded");
}
