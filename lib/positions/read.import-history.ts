import "server-only";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { findNames } from "./read";
import { findOwn } from "./read.template";
import type { PositionImport } from "./schema.files";

type Page = { slug: string; limit: number; cursor?: string | undefined };

const newestFirst = (slug: string) =>
  keyset<Prisma.PositionImportWhereInput, Prisma.PositionImportOrderByWithRelationInput>(
    `imports of ${slug}`,
    desc("at"),
    asc("id"),
  );

/** What an organization imported, newest first, and whether it can still be undone. For its own people. */
export async function listImports(viewer: Viewer, { slug, ...page }: Page) {
  const { id: organizationId } = await findOwn(viewer, slug);
  const order = newestFirst(slug);
  const [found, total] = await Promise.all([
    db.positionImport.findMany({
      ...order.page({ organizationId }, page),
      select: { id: true, at: true, actorId: true, drafts: true, undoneAt: true },
    }),
    db.positionImport.count({ where: { organizationId } }),
  ]);
  const { rows, nextCursor } = order.cut(found, page);
  const [names, moved] = await Promise.all([
    findNames(rows.map((it) => it.actorId)),
    findMoved(rows.filter((it) => it.undoneAt === null).map(({ id }) => id)),
  ]);
  const drafts = viewer.mandates.some((it) => it.organizationId === organizationId);
  const items = rows.map(
    ({ actorId, ...it }): PositionImport => ({
      id: it.id,
      at: it.at.toISOString(),
      by: names.get(actorId) ?? null,
      drafts: it.drafts,
      undoneAt: it.undoneAt?.toISOString() ?? null,
      mayUndo: drafts && it.undoneAt === null && !moved.has(it.id),
    }),
  );
  return { items, nextCursor, total };
}

/** Imports of which a draft was written anew, handed over or put away since. */
async function findMoved(ids: string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r."importId"::text AS "id" FROM "PositionImportRow" r JOIN "Position" p ON p."id" = r."positionId"
    WHERE r."importId" = ANY (${ids}::uuid[]) AND (p."draft" IS DISTINCT FROM r."revision" OR p."draftState" <> 'drafted')`;
  return new Set(rows.map(({ id }) => id));
}

/** How far an import of this person has come; nothing where none was begun. */
export async function readProgress({ personId }: Viewer, id: string) {
  const found = personId && (await db.importProgress.findFirst({ where: { id, personId } }));
  if (!found) throw new Refusal("NOT_FOUND", "noSuchImport");
  return { done: found.done, total: found.total };
}
