import { readEvery } from "@/components/positions/read-every";
import { orNotFound } from "@/components/themes/or-not-found";
import { api } from "@/lib/api/server";

/** One organization, and what it stands by as far as the reader may read it, theme by theme. */
export async function readOrganization(slug: string) {
  const organization = await orNotFound(api.organizations.get({ slug }));
  const [{ items: themes }, positions] = await Promise.all([
    api.themes.list({}),
    readEvery((place) => api.positions.list({ ...place, organization: slug })),
  ]);
  const standing = positions.filter((position) => position.standing);
  const groups = themes
    .map((theme) => ({ theme, positions: standing.filter((it) => it.proposition.theme === theme.slug) }))
    .filter((group) => group.positions.length > 0);
  return { organization, groups, themes, total: standing.length };
}

export type OrganizationFacts = Awaited<ReturnType<typeof readOrganization>>;
