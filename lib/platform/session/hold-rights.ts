import "server-only";
import type { Tx } from "../db";
import { Refusal } from "../errors";
import type { Viewer } from "../viewer";

/**
 * Holds what this viewer came with, until their act stands: parts in organizations, and mandates. A request may have waited
 * for a lock since it was let in; whoever ended one of them meanwhile came first, and nothing is done on it any more.
 */
export async function holdRights(tx: Tx, { personId, mandates, representations }: Viewer) {
  const organizations = representations.map((it) => it.organizationId);
  const ids = mandates.map((it) => it.id);
  const [parts, held] = [
    await tx.$queryRaw<object[]>`
      SELECT 1 FROM "Representation" WHERE "personId" = ${personId}::uuid AND "organizationId" = ANY(${organizations}::uuid[])
        AND "endedAt" IS NULL FOR SHARE`,
    await tx.$queryRaw<object[]>`
      SELECT 1 FROM "Mandate" WHERE "id" = ANY(${ids}::uuid[]) AND "revokedAt" IS NULL
        AND ("expiresAt" IS NULL OR "expiresAt" > clock_timestamp()) FOR SHARE`,
  ];
  if (parts.length !== organizations.length || held.length !== ids.length)
    throw new Refusal("FORBIDDEN", "rightsEnded");
}
