import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { Visibility } from "./schema";
import type { Head, PositionContext } from "./write.context";

/**
 * Marks the theme for everybody who read something here and, once this is read `to` fewer, reads it no longer; at once and
 * for all the days on which they read it. Asked before the texts are narrowed. Withdrawing and narrowing come by here alike,
 * so that nobody can tell which it was, and the category is withheld: over what is left it would flatter.
 */
export async function markTakenBack(
  tx: Tx,
  { organizationId, themeId }: PositionContext,
  { id: positionId }: Head,
  to: Visibility,
) {
  await tx.$executeRaw`
    INSERT INTO "ConcealedTheme" ("themeId", "organizationId", "audience", "since")
    SELECT ${themeId}::uuid, ${organizationId}::uuid, a."audience", min(r."signedOffAt")
    FROM unnest(ARRAY['convener', 'network', 'public']::"Visibility"[]) AS a ("audience")
    JOIN "PositionRevision" r ON r."positionId" = ${positionId}::uuid AND r."signedOffAt" IS NOT NULL
      AND r."visibility" >= a."audience"
    WHERE a."audience" > ${to}::"Visibility"
    GROUP BY a."audience"
    ON CONFLICT ("themeId", "organizationId", "audience", "since") DO UPDATE SET "until" = NULL`;
}
