import { readEvery } from "@/components/positions/read-every";
import { orNotFound } from "@/components/themes/or-not-found";
import { api } from "@/lib/api/server";
import type { Position } from "@/lib/positions/schema";

const owedKinds = ["submitted", "returned", "stale", "earlier"] as const;

/** What waits: for its own people their drafts too; of others, what is past review or was given for earlier words. */
function countOwed(positions: readonly Position[]) {
  const counts = { submitted: 0, returned: 0, stale: 0, earlier: 0 };
  for (const { draft, standing, stale } of positions) {
    if (draft?.state === "submitted" || draft?.state === "signed_once") counts.submitted += 1;
    if (draft?.state === "returned") counts.returned += 1;
    if (stale) counts.stale += 1;
    if (standing?.earlierWording) counts.earlier += 1;
  }
  return owedKinds.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);
}

/** One organization, and what it stands by, or stood by on a day, as far as the reader may read it, theme by theme. */
export async function readOrganization(slug: string, asOf: string | undefined) {
  const organization = await orNotFound(api.organizations.get({ slug }));
  const [{ items: themes }, positions] = await Promise.all([
    api.themes.list({}),
    readEvery((place) => api.positions.list({ ...place, organization: slug, ...(asOf && { asOf }) })),
  ]);
  const standing = positions.filter((position) => position.standing);
  const groups = themes
    .map((theme) => ({ theme, positions: standing.filter((it) => it.proposition.theme === theme.slug) }))
    .filter((group) => group.positions.length > 0);
  return { organization, groups, themes, total: standing.length, owed: countOwed(positions), on: asOf };
}

export type OrganizationFacts = Awaited<ReturnType<typeof readOrganization>>;
