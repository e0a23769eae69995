import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";

/** Whether an audience reads, on this proposition, what its grid would count. */
const shown = Prisma.sql`(p."standingStance" IS NOT NULL AND p."standingWording" = q."currentVersion"
  AND p."standingVisibility" >= a."audience" AND (a."audience" <> 'public' OR o."listing" = 'public'))`;

/** A stance stands that the audience does not read. Whether its organization is a member just now is not asked. */
const kept = Prisma.sql`(p."standingStance" IS NOT NULL AND p."standingWording" = q."currentVersion")`;

/** The audience read an answer to this wording once, and reads none now: withdrawn or narrowed, which is not asked either. */
const takenBack = Prisma.sql`EXISTS (
  SELECT FROM "PositionStep" s
  JOIN "PositionRevision" r ON r."positionId" = s."positionId" AND r."number" = s."revision"
  WHERE s."positionId" = p."id" AND s."kind" IN ('signed_off', 'confirmed', 'visibility_changed')
    AND s."visibilityTo" >= a."audience" AND r."propositionVersion" = q."currentVersion")`;

/** Who was listed to the public once and is not now has taken back, as far as anybody there can tell, all that it said. */
const delisted = Prisma.sql`o."listing" <> 'public' AND EXISTS (
  SELECT FROM "OrganizationText" x WHERE x."organizationId" = o."id" AND x."listing" = 'public')`;

const reasons = Prisma.sql`
  SELECT DISTINCT q."themeId", p."organizationId", a."audience"
  FROM "Position" p
  JOIN "Proposition" q ON q."id" = p."propositionId"
  JOIN "Organization" o ON o."id" = p."organizationId"
  CROSS JOIN unnest(ARRAY['convener', 'network', 'public']::"Visibility"[]) AS a ("audience")
  WHERE NOT ${shown} AND (${kept} OR ${takenBack})
  UNION
  SELECT t."id", o."id", 'public'::"Visibility" FROM "Organization" o CROSS JOIN "Theme" t WHERE ${delisted}`;

/**
 * Marks the themes in which an organization has reason to be marked and is not. A mark holds from the batch before: which day
 * it was in between is not told.
 */
export async function markThemes(tx: Tx, since: Date) {
  await tx.$executeRaw`
    INSERT INTO "ConcealedTheme" ("themeId", "organizationId", "audience", "since")
    SELECT reason."themeId", reason."organizationId", reason."audience", ${since}::timestamptz
    FROM (${reasons}) AS reason
    WHERE NOT EXISTS (
      SELECT FROM "ConcealedTheme" c WHERE c."themeId" = reason."themeId" AND c."organizationId" = reason."organizationId"
        AND c."audience" = reason."audience" AND c."until" IS NULL)
    ON CONFLICT ("themeId", "organizationId", "audience", "since") DO UPDATE SET "until" = NULL`;
}

/** Ends the marks that have no reason any more. The days before keep them. */
export async function endMarks(tx: Tx, now: Date) {
  await tx.$executeRaw`
    UPDATE "ConcealedTheme" c SET "until" = ${now}::timestamptz
    WHERE c."until" IS NULL AND (c."themeId", c."organizationId", c."audience") NOT IN (${reasons})`;
}
