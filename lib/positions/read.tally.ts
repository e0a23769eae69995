import "server-only";
import { db, type Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { inNetwork, organizationsOf, type Viewer } from "@/lib/platform/viewer";
import { audienceOf } from "./policy";
import { type PastDay, readableOn } from "./read.past";
import { type Stance, stances } from "./schema";

/** One stance on a proposition, as far as a reader may read: how many hold it, and which positions come first by name. */
export type Tally = {
  stance: Stance;
  total: number;
  /** Of these, members. */
  members: number;
  /** Of these, for the wording in force: what agreement is made of. */
  counted: number;
  first: string[];
};

/** Up to `whole` positions are named all; of more, so many of `each` stance. */
export type Most = { whole: number; each: number };

/** `readableBy`, of what stands, in the database's own words; read.tally.test.ts holds the two together. */
export const readable = (viewer: Viewer) => Prisma.sql`(
  h."organizationId" = ANY(${organizationsOf(viewer)}::uuid[])
  OR (o."status" = 'member' ${inNetwork(viewer) ? Prisma.empty : Prisma.sql`AND o."listing" = 'public'`}
    AND h."standingVisibility" = ANY(${audienceOf(viewer)}::"Visibility"[])))`;

/**
 * Who holds what on one proposition, counted where the rows are: what it costs to tell hardly grows with how many there
 * are, and not at all with how many are not shown.
 */
export const tallyStances = (tx: Tx, viewer: Viewer, proposition: string, { whole, each }: Most) =>
  tx.$queryRaw<Tally[]>`
    WITH standing AS MATERIALIZED (
      SELECT h."id", h."standingStance" AS "stance", o."slug", o."status" = 'member' AS "member",
        h."standingWording" = p."currentVersion" AS "current"
      FROM "Proposition" p
      JOIN "Position" h ON h."propositionId" = p."id" AND h."standingStance" IS NOT NULL
      JOIN "Organization" o ON o."id" = h."organizationId"
      WHERE p."slug" = ${proposition} AND ${readable(viewer)}),
    most AS (SELECT CASE WHEN count(*) > ${whole} THEN ${each}::int ELSE ${whole}::int END AS "each" FROM standing)
    SELECT "stance", count(*)::int AS "total", (count(*) FILTER (WHERE "member"))::int AS "members",
      (count(*) FILTER (WHERE "member" AND "current"))::int AS "counted",
      ARRAY(SELECT f."id" FROM standing f WHERE f."stance" = standing."stance" ORDER BY f."slug"
        LIMIT (SELECT "each" FROM most)) AS "first"
    FROM standing GROUP BY "stance"`;

/** The same at the end of a day: a day that is over is looked at rarely, and read whole. */
export async function tallyStancesOn(viewer: Viewer, proposition: string, past: PastDay, { whole, each }: Most) {
  const rows = await db.positionRevision.findMany({
    where: { AND: [readableOn(viewer, past), { position: { proposition: { slug: proposition } } }] },
    orderBy: { position: { organization: { slug: "asc" } } },
    select: { stance: true, positionId: true, position: { select: { organizationId: true } } },
  });
  const most = rows.length > whole ? each : whole;
  const tallies = stances.flatMap((stance) => {
    const of = rows.filter((row) => row.stance === stance);
    return of.length > 0 ? [{ stance, total: of.length, first: of.slice(0, most).map((it) => it.positionId) }] : [];
  });
  return { tallies, speaking: new Set(rows.map((row) => row.position.organizationId)) };
}
