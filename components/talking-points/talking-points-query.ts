import { z } from "zod";
import { longestCursor } from "@/lib/platform/http/pagination";
import { slug } from "@/lib/platform/text/schema";
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
  theme: one(slug),
  proposition: one(slug),
  lead: one(slug),
  area: one(z.enum(regimeAreas)),
  needsUs: one(z.enum(["true"])),
  stillOpen: one(z.enum(["true"])),
  sort: one(z.enum(sorts)),
  asOf: one(z.iso.date()),
  cursor: one(z.string().max(longestCursor)),
});
export type TalkingPointsFilter = z.output<typeof querySchema>;

/** What the address chooses; what it cannot mean is passed over, since a page is no API. */
export const parseTalkingPointsQuery = (query: PageQuery): TalkingPointsFilter => querySchema.parse(query);
