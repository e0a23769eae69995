import { collectPages } from "@/lib/api/collect-pages";
import { api, getViewer } from "@/lib/api/server";
import { membershipsOf } from "@/lib/viewer/rules";
import { filterRows, type RegisterQuery } from "./register-query";

/** Loads the register: all propositions, with one organization's positions. */
export async function loadRegister(query: RegisterQuery) {
  const viewer = await getViewer();
  const organizations = membershipsOf(viewer);
  const organization = organizations.find(({ slug }) => slug === query.organization) ?? organizations[0] ?? null;
  const { theme, q, on: asOf } = query;
  const filter = { ...(theme && { theme }), ...(q && { q }) };
  const [{ items: themes }, { total }, propositions, positions] = await Promise.all([
    api.themes.list({}),
    api.themes.propositions({ limit: 1 }),
    collectPages((page) => api.themes.propositions({ ...page, ...filter })),
    organization
      ? collectPages((page) => api.positions.list({ ...page, organization: organization.slug, ...(asOf && { asOf }) }))
      : [],
  ]);
  const bySlug = new Map(positions.map((position) => [position.proposition.slug, position]));
  const all = propositions.map((proposition) => ({ proposition, position: bySlug.get(proposition.slug) ?? null }));
  const rows = organization ? filterRows(all, query) : all;
  const groups = themes
    .map(({ slug, title }) => ({ slug, title, rows: rows.filter(({ proposition }) => proposition.theme === slug) }))
    .filter((group) => group.rows.length > 0);
  const stated = positions.filter(({ standing }) => standing).length;
  return { organizations, organization, themes, groups, found: rows.length, total, stated, query };
}

export type Register = Awaited<ReturnType<typeof loadRegister>>;
