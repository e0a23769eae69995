import type { BriefingsFilter } from "./briefings-query";

/** Addresses alone, without the shapes that read them: browser code imports this. */
export const here = "/briefings";

export const briefingHref = (slug: string) => `${here}/${slug}`;

/** The page of these choices; a choice that is set to null is left out. */
export function briefingsHref(
  choice: Partial<BriefingsFilter>,
  changed: { [key: string]: string | null } = {},
): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...choice, ...changed })) if (value) query.set(key, value);
  return query.size > 0 ? `${here}?${query}` : here;
}
