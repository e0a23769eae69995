import { api } from "@/lib/api/server";
import type { OrganizationName } from "@/lib/organizations/schema";
import { type Position, type Stance, stances } from "@/lib/positions/schema";
import { sortByName } from "./holdings";
import { readCursor, readOn } from "./on";

/** One answer, or none, opened to everybody who gave it. */
export const openable = [...stances, "silent"] as const;
export type Openable = (typeof openable)[number];

/** What the address of a proposition asks for; whatever it cannot mean is left out. */
export type Asked = { on: string | undefined; open: Openable | undefined; cursor: string | undefined };

type Query = Record<string, string | string[] | undefined>;

export function readAsked({ on, stance, cursor }: Query): Asked {
  const open = openable.find((it) => it === stance);
  return { on: readOn(on), open, cursor: open && readCursor(cursor) };
}

/** The page of a proposition where one answer is opened, or the next page of it. */
export function openHref(slug: string, { on, open, cursor }: Partial<Asked>): string {
  const query = new URLSearchParams({ ...(open && { stance: open }), ...(on && { on }), ...(cursor && { cursor }) });
  return query.size > 0 ? `/propositions/${slug}?${query}` : `/propositions/${slug}`;
}

export const openedSize = 50;

export type Opened = Asked & {
  open: Openable;
  total: number;
  next: string | null;
  positions: Position[];
  silent: OrganizationName[];
};

/** A page of those who gave the answer that the address opens; null where it opens none. */
export async function readOpened(slug: string, asked: Asked, locale: "en" | "fr"): Promise<Opened | null> {
  const { open, on, cursor } = asked;
  if (!open) return null;
  const place = { limit: openedSize, ...(cursor && { cursor }), ...(on && { asOf: on }) };
  if (open === "silent") {
    const { items, nextCursor, total } = await api.agreement.silent({ ...place, slug });
    return { ...asked, open, total, next: nextCursor, positions: [], silent: sortByName(items, (it) => it, locale) };
  }
  const stance: Stance = open;
  const { items, nextCursor, total } = await api.positions.list({ ...place, proposition: slug, stance });
  const positions = sortByName(items, (it) => it.organization, locale);
  return { ...asked, open, total, next: nextCursor, positions, silent: [] };
}
