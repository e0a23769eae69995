import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { organizationNameSelect, toOrganizationName } from "./read.select";
import type { SimilarOrganization } from "./schema.application";

/** How near two names have to be, from 0 to 1. */
const minSimilarity = 0.45;
const maxSimilar = 50;

/**
 * Organizations whose name is near to one of these: by the letters they share, whatever the accents, the case, the order
 * of words and common abbreviations; or because the one is made of the initials of the other. Nearest first.
 */
async function findSimilarIds(names: readonly string[], among: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH asked AS MATERIALIZED (SELECT name_key(name) AS key, name_initials(name) AS initials FROM unnest(${names}::text[]) AS name)
    SELECT found."id" FROM (
      SELECT o."id", similarity(name_key(o."nameEn"), key) AS score FROM asked JOIN "Organization" o ON name_key(o."nameEn") % key
      UNION ALL
      SELECT o."id", similarity(name_key(o."nameFr"), key) FROM asked JOIN "Organization" o ON name_key(o."nameFr") % key
      UNION ALL
      SELECT o."id", 0.9 FROM asked JOIN "Organization" o ON name_key(o."shortEn") = key
      UNION ALL
      SELECT o."id", 0.9 FROM asked JOIN "Organization" o ON name_key(o."shortFr") = key
      UNION ALL
      SELECT o."id", 0.8 FROM asked JOIN "Organization" o ON name_key(o."shortEn") = initials WHERE length(initials) > 2
      UNION ALL
      SELECT o."id", 0.8 FROM asked JOIN "Organization" o ON name_key(o."shortFr") = initials WHERE length(initials) > 2
      UNION ALL
      SELECT o."id", 0.8 FROM asked JOIN "Organization" o ON name_initials(o."nameEn") = key WHERE length(key) > 2
      UNION ALL
      SELECT o."id", 0.8 FROM asked JOIN "Organization" o ON name_initials(o."nameFr") = key WHERE length(key) > 2
    ) AS found WHERE found.score >= ${minSimilarity}::float AND found."id" = ANY(${among}::uuid[]) GROUP BY found."id" ORDER BY max(found.score) DESC, found."id" LIMIT ${maxSimilar}`;
  return rows.map(({ id }) => id);
}

const similarSelect = { ...organizationNameSelect, id: true, status: true } as const;

/**
 * The near ones that this viewer may know of. Whoever applies learns of no organization that is not listed to them: those
 * are left out before they are compared, so that neither the answer nor the number of statements tells of them.
 */
export async function listSimilar(
  viewer: Viewer,
  names: readonly string[],
  except?: string,
): Promise<SimilarOrganization[]> {
  const given = names.filter((name) => name.trim() !== "");
  if (given.length === 0) return [];
  const readable = await db.organization.findMany({ where: readableBy(viewer), select: { id: true } });
  const among = readable.map(({ id }) => id).filter((id) => id !== except);
  const ids = await findSimilarIds(given, among);
  if (ids.length === 0) return [];
  const rows = await db.organization.findMany({
    where: { id: { in: ids } },
    select: similarSelect,
  });
  return rows
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((row) => ({ ...toOrganizationName(row), status: row.status }));
}
