import { orNotFound } from "@/components/themes/or-not-found";
import { api } from "@/lib/api/server";
import type { Joined } from "@/lib/positions/schema.beside";
import type { Summary } from "@/lib/positions/schema.summary";

const owedKinds = ["submitted", "returned", "stale", "earlier"] as const;

const toOwed = (owed: Summary["owed"]) =>
  owedKinds.map((kind) => ({ kind, count: owed[kind] })).filter(({ count }) => count > 0);

export const positionsShown = 50;
const nothingJoined: { items: Joined[] } = { items: [] };

/** One organization, and what it stands by, or stood by on a day, as far as the reader may read it, theme by theme. */
export async function readOrganization(slug: string, asOf: string | undefined, cursor: string | undefined) {
  const on = { organization: slug, ...(asOf && { asOf }) };
  const [organization, { items: themes }, summary, page, joined] = await orNotFound(
    Promise.all([
      api.organizations.get({ slug }),
      api.themes.list({}),
      api.positions.summary(on),
      api.positions.list({ ...on, state: "standing", limit: positionsShown, ...(cursor && { cursor }) }),
      asOf || cursor ? nothingJoined : api.positions.beside.joined({ slug, limit: 100 }),
    ]),
  );
  const counts = new Map(summary.themes.map(({ theme, standing }) => [theme, standing]));
  const groups = themes
    .map((theme) => ({
      theme,
      total: counts.get(theme.slug) ?? 0,
      positions: page.items.filter((it) => it.proposition.theme === theme.slug),
    }))
    .filter((group) => group.positions.length > 0);
  const { standing: total, owed } = summary;
  return { organization, groups, themes, total, owed: toOwed(owed), joined, on: asOf, cursor, next: page.nextCursor };
}

export type OrganizationFacts = Awaited<ReturnType<typeof readOrganization>>;

/** The page of an organization on a day, or the next page of what it stands by. */
export function organizationHref(slug: string, { on, cursor }: { on: string | undefined; cursor?: string | null }) {
  const query = new URLSearchParams({ ...(on && { on }), ...(cursor && { cursor }) });
  return query.size > 0 ? `/organizations/${slug}?${query}` : `/organizations/${slug}`;
}
