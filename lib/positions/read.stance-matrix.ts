import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { inNetwork, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { audienceOf } from "./policy";
import type { AsOf } from "./read.as-of";
import { readable } from "./read.tally";
import type { Stance } from "./schema";

/** Who holds one stance on one wording of a proposition, by their places among the organizations asked about. */
export type StanceRow = {
  propositionId: string;
  wording: number;
  stance: Stance;
  /** Whether it stands to this day. */
  still: boolean;
  organizationIndexes: number[];
};

type MatrixQuery = { organizations: readonly string[]; theme?: string | undefined };
type RawStanceRow = Omit<StanceRow, "places"> & { places: string };

const toStanceRows = (rows: readonly RawStanceRow[]) =>
  rows.map(({ places, ...row }): StanceRow => ({ ...row, organizationIndexes: places.split(" ").map(Number) }));

const fromOrganizations = ({ organizations }: MatrixQuery) =>
  Prisma.sql`unnest(${organizations}::uuid[]) WITH ORDINALITY AS m ("id", "place")`;

const themeFilter = ({ theme }: MatrixQuery) =>
  theme
    ? Prisma.sql`AND h."propositionId" IN (
        SELECT p."id" FROM "Proposition" p JOIN "Theme" t ON t."id" = p."themeId" WHERE t."slug" = ${theme})`
    : Prisma.empty;

/**
 * What these organizations hold, as far as the viewer may read: gathered by the database, since a million stances told one by
 * one would take it longer to say than to know. Their order gives the places.
 */
export const readStanceMatrix = async (tx: Tx, viewer: Viewer, asked: MatrixQuery): Promise<StanceRow[]> =>
  toStanceRows(
    await tx.$queryRaw<RawStanceRow[]>`
      SELECT h."propositionId", h."standingWording" AS "wording", h."standingStance" AS "stance", true AS "still",
        string_agg((m."place" - 1)::text, ' ') AS "places"
      FROM ${fromOrganizations(asked)}
      JOIN "Organization" o ON o."id" = m."id"
      JOIN "Position" h ON h."organizationId" = o."id" AND h."standingStance" IS NOT NULL
      WHERE ${readable(viewer)} ${themeFilter(asked)}
      GROUP BY 1, 2, 3`,
  );

/** `readableOn`, of organizations that were members then and are heard by this viewer; policy.test.ts holds the two together. */
export const readStanceMatrixAsOf = async (
  tx: Tx,
  viewer: Viewer,
  past: AsOf,
  asked: MatrixQuery,
): Promise<StanceRow[]> =>
  toStanceRows(
    await tx.$queryRaw<RawStanceRow[]>`
      SELECT h."propositionId", r."propositionVersion" AS "wording", r."stance", r."stoodUntil" IS NULL AS "still",
        string_agg((m."place" - 1)::text, ' ') AS "places"
      FROM ${fromOrganizations(asked)}
      JOIN "Position" h ON h."organizationId" = m."id"
      JOIN "PositionRevision" r ON r."positionId" = h."id"
        AND r."signedOffAt" < ${past.end} AND (r."stoodUntil" IS NULL OR r."stoodUntil" >= ${past.end})
      WHERE (h."organizationId" = ANY(${organizationsOf(viewer)}::uuid[])
        OR r."visibility" = ANY(${audienceOf(viewer)}::"Visibility"[])) ${themeFilter(asked)}
      GROUP BY 1, 2, 3, 4`,
  );

/** The days, as the coalition counts them, on which something that this viewer may read began or ceased to stand. */
export async function listDaysOfChange(viewer: Viewer, theme: string | undefined): Promise<string[]> {
  const listed = inNetwork(viewer) ? Prisma.empty : Prisma.sql`AND o."listing" = 'public'`;
  const own = Prisma.sql`o."id" = ANY(${organizationsOf(viewer)}::uuid[])`;
  const rows = await db.$queryRaw<{ day: string }[]>`
    SELECT to_char(d."day", 'YYYY-MM-DD') AS "day" FROM (
    SELECT DISTINCT (c."moment" AT TIME ZONE n."timeZone")::date AS "day"
    FROM "Organization" o
    JOIN "Position" h ON h."organizationId" = o."id"
    JOIN "PositionRevision" r ON r."positionId" = h."id" AND r."signedOffAt" IS NOT NULL
    JOIN "Network" n ON n."id" = 1
    CROSS JOIN LATERAL (VALUES (r."signedOffAt"), (r."stoodUntil")) AS c ("moment")
    WHERE o."status" = 'member' AND c."moment" IS NOT NULL
      AND (${own} OR (r."visibility" = ANY(${audienceOf(viewer)}::"Visibility"[]) ${listed}))
      ${themeFilter({ organizations: [], theme })}) AS d
    ORDER BY 1`;
  return rows.map(({ day }) => day);
}
