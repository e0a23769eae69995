import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { nameColumn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { inNetwork, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { audienceOf } from "./policy";
import { type AsOf, readableAsOf } from "./read.as-of";
import { type Stance, stances } from "./schema";

/** One stance on a proposition, as far as a reader may read: how many hold it, and which positions come first by name. */
export type StanceTally = {
  stance: Stance;
  total: number;
  /** Of these, members. */
  members: number;
  /** Of these, for the wording in force: what agreement is made of. */
  counted: number;
  first: string[];
};

/**
 * `showAllUpTo`: as many positions are listed in full; of more, `perStance` for each stance. Above `scanByNameFrom`
 * holders an index scan by organization name finds the first rows faster than sorting the positions.
 */
type PreviewLimits = { showAllUpTo: number; perStance: number; scanByNameFrom: number };

/** `readableBy` for standing positions as SQL; read.tally.test.ts checks that both agree. */
export const readable = (viewer: Viewer) => Prisma.sql`(
  h."organizationId" = ANY(${organizationsOf(viewer)}::uuid[])
  OR (o."status" = 'member' ${inNetwork(viewer) ? Prisma.empty : Prisma.sql`AND o."listing" = 'public'`}
    AND h."standingVisibility" = ANY(${audienceOf(viewer)}::"Visibility"[])))`;

/**
 * The same rows without joining Organization: excludes the few that may not be read instead, which the planner does
 * faster.
 */
const readableApart = (viewer: Viewer) => Prisma.sql`(
  h."organizationId" = ANY(${organizationsOf(viewer)}::uuid[])
  OR (h."standingVisibility" = ANY(${audienceOf(viewer)}::"Visibility"[]) AND h."organizationId" NOT IN (
    SELECT "id" FROM "Organization" WHERE "status" <> 'member' ${inNetwork(viewer) ? Prisma.empty : Prisma.sql`OR "listing" <> 'public'`})))`;

const ofMember = Prisma.sql`h."organizationId" NOT IN (SELECT "id" FROM "Organization" WHERE "status" <> 'member')`;

const countedIn = (viewer: Viewer) => Prisma.sql`
  h."propositionId" = tally."proposition" AND h."standingStance" = tally."stance" AND ${readable(viewer)}`;

/** Counts each stance on one proposition in the database; the cost hardly grows with the number of positions. */
export function tallyStances(
  tx: Tx,
  viewer: Viewer,
  proposition: string,
  { showAllUpTo: whole, perStance: each, scanByNameFrom: common }: PreviewLimits,
  language: Locale,
) {
  const name = Prisma.raw(`"${nameColumn[language]}"`);
  // Above `often` the first rows come from the scan by name, which never lists all. `perStance` is inlined below, not a
  // parameter: the planner picks the scan by its value.
  const often = Math.max(common, whole);
  return tx.$queryRaw<StanceTally[]>`
    WITH tally AS MATERIALIZED (
      SELECT p."id" AS "proposition", h."standingStance" AS "stance", count(*)::int AS "total",
        (count(*) FILTER (WHERE ${ofMember}))::int AS "members",
        (count(*) FILTER (WHERE h."standingWording" = p."currentVersion" AND ${ofMember}))::int AS "counted"
      FROM "Proposition" p
      JOIN "Position" h ON h."propositionId" = p."id" AND h."standingStance" IS NOT NULL
      WHERE p."slug" = ${proposition} AND ${readableApart(viewer)}
      GROUP BY p."id", h."standingStance"),
    most AS (SELECT CASE WHEN sum("total") > ${whole} THEN ${each}::int ELSE ${whole}::int END AS "each" FROM tally)
    SELECT "stance", "total", "members", "counted", ARRAY(
      (SELECT h."id" FROM "Organization" o JOIN "Position" h ON h."organizationId" = o."id"
        WHERE tally."total" > ${often}::int AND ${countedIn(viewer)}
        ORDER BY o.${name}, o."slug" LIMIT ${Prisma.raw(`${Math.trunc(each)}`)})
      UNION ALL
      (SELECT "id" FROM (
          SELECT h."id", o.${name} AS "name", o."slug" FROM "Position" h JOIN "Organization" o ON o."id" = h."organizationId"
          WHERE tally."total" <= ${often}::int AND ${countedIn(viewer)} OFFSET 0) AS few
        ORDER BY "name", "slug" LIMIT (SELECT "each" FROM most))) AS "first"
    FROM tally`;
}

/** The same at the end of a day: a day that is over is looked at rarely, and read whole. */
export async function tallyStancesAsOf(
  viewer: Viewer,
  proposition: string,
  past: AsOf,
  { showAllUpTo: whole, perStance: each }: Omit<PreviewLimits, "scanByNameFrom">,
  language: Locale,
) {
  const rows = await db.positionRevision.findMany({
    where: { AND: [readableAsOf(viewer, past), { position: { proposition: { slug: proposition } } }] },
    orderBy: [
      { position: { organization: { [nameColumn[language]]: "asc" } } },
      { position: { organization: { slug: "asc" } } },
    ],
    select: { stance: true, positionId: true, position: { select: { organizationId: true } } },
  });
  const most = rows.length > whole ? each : whole;
  const tallies = stances.flatMap((stance) => {
    const of = rows.filter((row) => row.stance === stance);
    return of.length > 0 ? [{ stance, total: of.length, first: of.slice(0, most).map((it) => it.positionId) }] : [];
  });
  return { tallies, speaking: new Set(rows.map((row) => row.position.organizationId)) };
}
