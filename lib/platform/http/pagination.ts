import { z } from "zod";

/** Limit and cursor of every list. Cursors are opaque to callers. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z.string().max(200).optional(),
};

/** What every list answers. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() });

export const encodeCursor = (offset: number) => Buffer.from(`o:${offset}`).toString("base64url");

/** The place a cursor stands for. A cursor that we did not make is the beginning. */
export function decodeCursor(cursor: string | undefined): number {
  if (!cursor) return 0;
  const match = /^o:(\d{1,9})$/.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  return match ? Number(match[1]) : 0;
}

/** One page of rows already read with `take: limit` from `offset`. */
export function toPage<T>(items: T[], offset: number, limit: number, total: number) {
  const next = offset + items.length;
  return { items, nextCursor: items.length === limit && next < total ? encodeCursor(next) : null, total };
}

/** One page of a list that is short enough to be read whole, as the report's are. */
export function paginate<T>(rows: readonly T[], { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const offset = decodeCursor(cursor);
  return toPage(rows.slice(offset, offset + limit), offset, limit, rows.length);
}
