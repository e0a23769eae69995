import { getLocale } from "next-intl/server";
import { orNotFound } from "@/components/themes/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { inNetwork } from "@/lib/platform/viewer";
import { toHoldings } from "./holdings";
import { readEvery } from "./read-every";

/** One proposition with its theme, its dilemmas, what excludes it, and who holds what. */
export async function readProposition(slug: string) {
  const proposition = await orNotFound(api.themes.proposition({ slug }));
  const [viewer, locale, themes, siblings, dilemmas, positions, members, agreement] = await Promise.all([
    getViewer(),
    getLocale(),
    api.themes.list({}),
    readEvery((place) => api.themes.propositions(place)),
    readEvery((place) => api.themes.dilemmas(place)),
    readEvery((place) => api.positions.list({ ...place, proposition: slug })),
    readEvery((place) => api.organizations.list({ ...place, status: "member" })),
    api.agreement.get({ theme: proposition.theme, limit: 1 }),
  ]);
  const ours = inNetwork(viewer) ? (await api.positions.ours({ proposition: slug })).items : [];
  const assessed = agreement.propositions.find((it) => it.slug === slug);
  const at = siblings.findIndex((it) => it.slug === slug);
  return {
    proposition,
    theme: themes.items.find((it) => it.slug === proposition.theme) ?? null,
    dilemmas: dilemmas.filter((it) => it.propositions.some((joined) => joined.slug === slug)),
    excludes: siblings.filter((it) => proposition.excludes.includes(it.slug)),
    neighbours: [siblings[at - 1] ?? null, siblings[at + 1] ?? null] as const,
    holdings: toHoldings(positions, members, assessed?.notShown === "some", locale),
    category: assessed?.category,
    ours: ours.filter(({ viewer: rights }) => rights.own),
    visitor: viewer.personId === null,
  };
}

export type PropositionFacts = Awaited<ReturnType<typeof readProposition>>;
