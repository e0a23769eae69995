import { z } from "zod";
import { readAsOf } from "@/components/positions/as-of-param";
import { longestCursor } from "@/lib/platform/http/pagination";
import { type Query, readQueryParams, toUrlWithParams } from "@/lib/platform/http/query-params";
import { prose } from "@/lib/platform/text/schema";
import { positionSorts, stances } from "@/lib/positions/schema";

/** Query parameters of the positions list on an organization's page. */
const queryShape = {
  q: prose(100).optional(),
  stance: z.enum(stances).optional(),
  sort: z.enum(positionSorts).optional(),
  cursor: z.string().max(longestCursor).optional(),
};

export type PositionsQuery = ReturnType<typeof readPositionsQuery>;

export const readPositionsQuery = (query: Query) => ({ ...readQueryParams(queryShape, query), on: readAsOf(query.on) });

/** The page of an organization with these choices. */
export const organizationHref = (slug: string, choice: Partial<PositionsQuery>) =>
  toUrlWithParams(`/organizations/${slug}`, choice);
