import { api } from "@/lib/api/server";

/** The counts behind the ways in, each as large as the list it leads to. */
export async function readPublicFacts() {
  const [themes, propositions, recommendations, timeline, library, organizations] = await Promise.all([
    api.themes.list({}),
    api.themes.propositions({ limit: 1 }),
    api.report.recommendations({ limit: 1 }),
    api.report.timeline({ limit: 1 }),
    api.library.list({ limit: 1 }),
    api.organizations.list({ limit: 1 }),
  ]);
  return {
    themes: themes.items,
    propositions: propositions.total,
    recommendations: recommendations.total,
    events: timeline.total,
    documents: library.total,
    organizations: organizations.total,
  };
}

export type PublicFacts = Awaited<ReturnType<typeof readPublicFacts>>;
