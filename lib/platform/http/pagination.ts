import { z } from "zod";

/** Two names of people or organizations at their longest, two ids and a seal. */
export const longestCursor = 2000;

/** What every list takes: how many, and where to go on. Cursors are opaque to callers, and hold a row's whole key. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z.string().min(1).max(longestCursor).optional(),
};

/** What every list answers. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() });
