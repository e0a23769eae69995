import { z } from "zod";
import { briefingKinds } from "@/lib/briefings/constants";
import { longestCursor } from "@/lib/platform/http/pagination";
import { slug } from "@/lib/platform/text/schema";

export type PageQuery = Record<string, string | string[] | undefined>;

const one = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, shape.optional().catch(undefined));

const querySchema = z.object({
  q: one(z.string().max(100)),
  kind: one(z.enum(briefingKinds)),
  host: one(slug),
  /** A later page of those that are past. */
  cursor: one(z.string().max(longestCursor)),
});
export type BriefingsFilter = z.output<typeof querySchema>;

/** What the address chooses; what it cannot mean is passed over, since a page is no API. */
export const parseBriefingsQuery = (query: PageQuery): BriefingsFilter => querySchema.parse(query);

/** The meeting after which the next one is planned, if it is planned after one. */
export const parsePlanQuery = (query: PageQuery) => z.object({ follows: one(slug) }).parse(query);
