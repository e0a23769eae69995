import { z } from "zod";
import { longestCursor } from "@/lib/platform/http/pagination";
import { regimeAreas } from "@/lib/propositions/schema";
import { talkingPointKinds, talkingPointStatuses } from "@/lib/talking-points/constants";
import { sorts } from "@/lib/talking-points/schema";

export type PageQuery = Record<string, string | string[] | undefined>;

const one = <T extends z.ZodType>(shape: T) =>
  z.preprocess((it) => (Array.isArray(it) ? it[0] : it) || undefined, shape.optional().catch(undefined));

const querySchema = z.object({
  q: one(z.string().max(100)),
  kind: one(z.enum(talkingPointKinds)),
  status: one(z.enum(talkingPointStatuses)),
  theme: one(z.string().max(80)),
  area: one(z.enum(regimeAreas)),
  needsUs: one(z.enum(["true"])),
  sort: one(z.enum(sorts)),
  asOf: one(z.iso.date()),
  cursor: one(z.string().max(longestCursor)),
});
export type TalkingPointsFilter = z.output<typeof querySchema>;

/** What the address chooses; what it cannot mean is passed over, since a page is no API. */
export const parseTalkingPointsQuery = (query: PageQuery): TalkingPointsFilter => querySchema.parse(query);

export const here = "/talking-points";

/** The page of these choices; a choice that is set to null is left out. */
export function talkingPointsHref(choice: TalkingPointsFilter, changed: { [key: string]: string | null } = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...choice, ...changed })) if (value) query.set(key, value);
  return query.size > 0 ? `${here}?${query}` : here;
}

export const talkingPointHref = (slug: string) => `${here}/${slug}`;
