import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { sqlDayIn } from "@/lib/platform/time/sql-day";
import { readToday } from "@/lib/platform/time/today";
import { inNetwork, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { audienceOf } from "./policy";
import type { AsOf } from "./read.as-of";
import { readable } from "./read.tally";
import type { Stance } from "./schema";

/**
 * One stance on one wording of a proposition, with the organizations that hold it. `organizationIndexes`: indexes into
 * the `organizations` argument.
 */
export type StanceRow = {
  propositionId: string;
  wording: number;
  stance: Stance;
  /** Whether it stands to this day. */
  still: boolean;
  organizationIndexes: number[];
};

type MatrixQuery = { organizations: readonly string[]; theme?: string | undefined };
type RawStanceRow = Omit<StanceRow, "indexes"> & { indexes: string };

const toStanceRows = (rows: readonly RawStanceRow[]) =>
  rows.map(({ indexes, ...row }): StanceRow => ({ ...row, organizationIndexes: indexes.split(" ").map(Number) }));

const fromOrganizations = ({ organizations }: MatrixQuery) =>
  Prisma.sql`unnest(${organizations}::uuid[]) WITH ORDINALITY AS m ("id", "index")`;

const themeFilter = ({ theme }: MatrixQuery) =>
  theme
    ? Prisma.sql`AND h."propositionId" IN (
        SELECT p."id" FROM "Proposition" p JOIN "Theme" t ON t."id" = p."themeId" WHERE t."slug" = ${theme})`
    : Prisma.empty;

/**
 * The stances of these organizations that the viewer may read, grouped by the database: a row for each of up to a
 * million stances would take too long to transfer.
 */
export const readStanceMatrix = async (tx: Tx, viewer: Viewer, query: MatrixQuery): Promise<StanceRow[]> =>
  toStanceRows(
    await tx.$queryRaw<RawStanceRow[]>`
      SELECT h."propositionId", h."standingWording" AS "wording", h."standingStance" AS "stance", true AS "still",
        string_agg((m."index" - 1)::text, ' ') AS "indexes"
      FROM ${fromOrganizations(query)}
      JOIN "Organization" o ON o."id" = m."id"
      JOIN "Position" h ON h."organizationId" = o."id" AND h."standingStance" IS NOT NULL
      WHERE ${readable(viewer)} ${themeFilter(query)}
      GROUP BY 1, 2, 3`,
  );

/** `readableOn`, of organizations that were members then and are heard by this viewer; policy.test.ts holds the two together. */
export const readStanceMatrixAsOf = async (
  tx: Tx,
  viewer: Viewer,
  past: AsOf,
  query: MatrixQuery,
): Promise<StanceRow[]> =>
  toStanceRows(
    await tx.$queryRaw<RawStanceRow[]>`
      SELECT h."propositionId", r."propositionVersion" AS "wording", r."stance", r."stoodUntil" IS NULL AS "still",
        string_agg((m."index" - 1)::text, ' ') AS "indexes"
      FROM ${fromOrganizations(query)}
      JOIN "Position" h ON h."organizationId" = m."id"
      JOIN "PositionRevision" r ON r."positionId" = h."id"
        AND r."signedOffAt" < ${past.end} AND (r."stoodUntil" IS NULL OR r."stoodUntil" >= ${past.end})
      WHERE (h."organizationId" = ANY(${organizationsOf(viewer)}::uuid[])
        OR r."visibility" = ANY(${audienceOf(viewer)}::"Visibility"[])) ${themeFilter(query)}
      GROUP BY 1, 2, 3, 4`,
  );

/** The days, as the coalition counts them, on which something that this viewer may read began or ceased to stand. */
export async function listDaysOfChange(viewer: Viewer, theme: string | undefined): Promise<string[]> {
  const { now, timeZone } = await readToday(db);
  const listed = inNetwork(viewer) ? Prisma.empty : Prisma.sql`AND o."listing" = 'public'`;
  const own = Prisma.sql`o."id" = ANY(${organizationsOf(viewer)}::uuid[])`;
  const rows = await db.$queryRaw<{ day: string }[]>`
    SELECT to_char(d."day", 'YYYY-MM-DD') AS "day" FROM (
    SELECT DISTINCT ${sqlDayIn(timeZone, Prisma.sql`c."moment"`, now)} AS "day"
    FROM "Organization" o
    JOIN "Position" h ON h."organizationId" = o."id"
    JOIN "PositionRevision" r ON r."positionId" = h."id" AND r."signedOffAt" IS NOT NULL
    CROSS JOIN LATERAL (VALUES (r."signedOffAt"), (r."stoodUntil")) AS c ("moment")
    WHERE o."status" = 'member' AND c."moment" IS NOT NULL
      AND (${own} OR (r."visibility" = ANY(${audienceOf(viewer)}::"Visibility"[]) ${listed}))
      ${themeFilter({ organizations: [], theme })}) AS d
    ORDER BY 1`;
  return rows.map(({ day }) => day);
}
