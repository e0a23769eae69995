import { getLocale } from "next-intl/server";
import { orNotFound } from "@/components/themes/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { inNetwork } from "@/lib/platform/viewer";
import { toHoldings } from "./holdings";
import { readEvery } from "./read-every";

/** One proposition with its theme, its dilemmas, what excludes it, and who holds what. */
export async function readProposition(slug: string) {
  const proposition = await orNotFound(api.themes.proposition({ slug }));
  const [viewer, locale, surroundings, positions, members, agreement] = await Promise.all([
    getViewer(),
    getLocale(),
    api.themes.surroundings({ slug }),
    readEvery((place) => api.positions.list({ ...place, proposition: slug })),
    readEvery((place) => api.organizations.list({ ...place, status: "member" })),
    api.agreement.get({ theme: proposition.theme, limit: 1 }),
  ]);
  const ours = inNetwork(viewer) ? (await api.positions.ours({ proposition: slug })).items : [];
  const assessed = agreement.propositions.find((it) => it.slug === slug);
  return {
    proposition,
    surroundings,
    holdings: toHoldings(positions, members, assessed?.notShown === "some", locale),
    category: assessed?.category,
    ours: ours.filter(({ viewer: rights }) => rights.own),
    visitor: viewer.personId === null,
  };
}

export type PropositionFacts = Awaited<ReturnType<typeof readProposition>>;
