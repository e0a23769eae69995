import { api } from "@/lib/api/server";
import type { OrganizationName } from "@/lib/organizations/schema";
import { type Position, type Stance, stances } from "@/lib/positions/schema";
import { readAsOf, readCursor } from "./as-of-param";

/** Values of the `stance` query parameter: one stance, or the organizations without one. */
export const stanceFilters = [...stances, "silent"] as const;
export type StanceFilter = (typeof stanceFilters)[number];

/** What the address of a proposition asks for; whatever it cannot mean is left out. */
export type PropositionQuery = { on: string | undefined; open: StanceFilter | undefined; cursor: string | undefined };

type Query = Record<string, string | string[] | undefined>;

export function readPropositionQuery({ on, stance, cursor }: Query): PropositionQuery {
  const open = stanceFilters.find((it) => it === stance);
  return { on: readAsOf(on), open, cursor: open && readCursor(cursor) };
}

/** The page of a proposition where one answer is opened, or the next page of it. */
export function stanceFilterHref(slug: string, { on, open, cursor }: Partial<PropositionQuery>): string {
  const query = new URLSearchParams({ ...(open && { stance: open }), ...(on && { on }), ...(cursor && { cursor }) });
  return query.size > 0 ? `/propositions/${slug}?${query}` : `/propositions/${slug}`;
}

export const filteredPageSize = 50;

export type FilteredStances = PropositionQuery & {
  open: StanceFilter;
  total: number;
  next: string | null;
  positions: Position[];
  silent: OrganizationName[];
};

/** A page of those who gave the answer that the address opens; null where it opens none. */
export async function readFilteredStances(slug: string, query: PropositionQuery): Promise<FilteredStances | null> {
  const { open, on, cursor } = query;
  if (!open) return null;
  const page = { limit: filteredPageSize, ...(cursor && { cursor }), ...(on && { asOf: on }) };
  if (open === "silent") {
    const { items, nextCursor, total } = await api.agreement.silent({ ...page, slug });
    return { ...query, open, total, next: nextCursor, positions: [], silent: items };
  }
  const stance: Stance = open;
  const { items, nextCursor, total } = await api.positions.list({ ...page, proposition: slug, stance });
  return { ...query, open, total, next: nextCursor, positions: items, silent: [] };
}
