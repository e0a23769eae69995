import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { inNetwork } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** SQL: each organization's status at a moment, from its last step until then. */
const statusAsOf = (at: Date) => Prisma.sql`COALESCE(
  (SELECT s."to" FROM "OrganizationStep" s WHERE s."organizationId" = o."id" AND s."at" <= ${at} ORDER BY s."number" DESC LIMIT 1),
  CASE WHEN EXISTS (SELECT FROM "OrganizationStep" s WHERE s."organizationId" = o."id")
    THEN (SELECT s."from" FROM "OrganizationStep" s WHERE s."organizationId" = o."id" ORDER BY s."number" LIMIT 1)
    ELSE o."status" END)`;

/**
 * The organizations that were members at a moment, as far as this viewer may know of them: the network knows who was in
 * it, everybody else those that are listed to the public. Whoever left stands where it stood on earlier dates.
 */
export async function listMemberIdsAsOf(viewer: Viewer, at: Date, tx: Tx = db): Promise<string[]> {
  const listed = inNetwork(viewer) ? Prisma.empty : Prisma.sql`AND o."listing" = 'public'`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o."id" FROM "Organization" o
    WHERE o."createdAt" <= ${at} AND ${statusAsOf(at)} = 'member' ${listed} ORDER BY o."slug"`;
  return rows.map(({ id }) => id);
}

/**
 * The same as a Prisma filter: today's members, corrected by those whose status changed since. Its length depends on
 * the changes, not on the number of organizations.
 */
export async function memberAsOf(at: Date, tx: Tx = db): Promise<Prisma.OrganizationWhereInput> {
  const rows = await tx.$queryRaw<{ id: string; now: boolean }[]>`
    SELECT o."id", o."status" = 'member' AS "now" FROM "Organization" o
    WHERE EXISTS (SELECT FROM "OrganizationStep" s WHERE s."organizationId" = o."id" AND s."at" > ${at})
      AND (${statusAsOf(at)} = 'member') <> (o."status" = 'member')`;
  const idsOf = (now: boolean) => rows.filter((it) => it.now === now).map(({ id }) => id);
  return {
    createdAt: { lte: at },
    OR: [{ status: "member", id: { notIn: idsOf(true) } }, { id: { in: idsOf(false) } }],
  };
}
