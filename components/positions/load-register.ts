import { collectPages } from "@/lib/api/collect-pages";
import { api, getViewer } from "@/lib/api/server";
import { membershipsOf } from "@/lib/viewer/rules";
import { filterRows, type RegisterQuery } from "./register-query";

/** Everything the register of positions shows: the propositions, and beside them what one organization holds. */
export async function loadRegister(choice: RegisterQuery) {
  const viewer = await getViewer();
  const organizations = membershipsOf(viewer);
  const organization = organizations.find(({ slug }) => slug === choice.organization) ?? organizations[0] ?? null;
  const { theme, q, on: asOf } = choice;
  const filter = { ...(theme && { theme }), ...(q && { q }) };
  const [{ items: themes }, { total }, propositions, held] = await Promise.all([
    api.themes.list({}),
    api.themes.propositions({ limit: 1 }),
    collectPages((place) => api.themes.propositions({ ...place, ...filter })),
    organization
      ? collectPages((place) =>
          api.positions.list({ ...place, organization: organization.slug, ...(asOf && { asOf }) }),
        )
      : [],
  ]);
  const bySlug = new Map(held.map((position) => [position.proposition.slug, position]));
  const all = propositions.map((proposition) => ({ proposition, position: bySlug.get(proposition.slug) ?? null }));
  const rows = organization ? filterRows(all, choice) : all;
  const groups = themes
    .map(({ slug, title }) => ({ slug, title, rows: rows.filter(({ proposition }) => proposition.theme === slug) }))
    .filter((group) => group.rows.length > 0);
  const stated = held.filter(({ standing }) => standing).length;
  return { organizations, organization, themes, groups, found: rows.length, total, stated, choice };
}

export type Register = Awaited<ReturnType<typeof loadRegister>>;
