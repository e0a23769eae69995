import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import type { AsOf } from "@/lib/positions/read";
import { organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { readsAs } from "./policy";
import type { Concealed, Concealment } from "./rules.concealed";

/** `isConcealedFrom` as SQL; policy.test.ts holds the two together. */
const concealedFrom = (viewer: Viewer) => Prisma.sql`
  c."audience" = ${readsAs(viewer)}::"Visibility" AND c."organizationId" <> ALL(${organizationsOf(viewer)}::uuid[])`;

/** A day that is over is told what the marks said of it; a mark that ended since still holds for the days before. */
const on = (past: AsOf | null) =>
  past
    ? Prisma.sql`c."since" < ${past.end} AND (c."until" IS NULL OR c."until" >= ${past.end})`
    : Prisma.sql`c."until" IS NULL`;

/** By theme, what may be kept from this viewer. One statement, however many organizations there are. */
export async function readConcealed(
  tx: Tx,
  viewer: Viewer,
  { concealedAt }: { concealedAt: Date | null },
  past: AsOf | null = null,
): Promise<Concealed> {
  // Before the first batch nobody knows what is concealed, so nobody is told that nothing is.
  if (concealedAt === null) return "unknown";
  const marked = Prisma.sql`c."themeId" = t."id" AND ${concealedFrom(viewer)} AND ${on(past)}`;
  // Whoever is not listed to the public has no cell there that would be blank.
  const unlisted =
    readsAs(viewer) === "public"
      ? Prisma.sql`EXISTS (
          SELECT FROM "ConcealedTheme" c JOIN "Organization" o ON o."id" = c."organizationId"
          WHERE ${marked} AND o."listing" <> 'public')`
      : Prisma.sql`false`;
  const rows = await tx.$queryRaw<{ theme: string; unlisted: boolean }[]>`
    SELECT t."slug" AS "theme", ${unlisted} AS "unlisted" FROM "Theme" t
    WHERE EXISTS (SELECT FROM "ConcealedTheme" c WHERE ${marked})`;
  return new Map(rows.map(({ theme, unlisted }): [string, Concealment] => [theme, unlisted ? "anything" : "blanks"]));
}
