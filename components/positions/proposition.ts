import { getLocale } from "next-intl/server";
import { orNotFound } from "@/components/themes/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { inNetwork } from "@/lib/platform/viewer";
import type { Wording } from "@/lib/themes/schema";
import { toHoldings } from "./holdings";
import { readEvery } from "./read-every";

/** One proposition with its theme, its dilemmas, what excludes it, and who holds what. */
export async function readProposition(slug: string, asOf: string | undefined) {
  const proposition = await orNotFound(api.themes.proposition({ slug }));
  const on = asOf ? { asOf } : {};
  const [viewer, locale, surroundings, positions, members, agreement] = await Promise.all([
    getViewer(),
    getLocale(),
    api.themes.surroundings({ slug }),
    readEvery((place) => api.positions.list({ ...place, proposition: slug, ...on })),
    readEvery((place) => api.organizations.list({ ...place, status: "member" })),
    api.agreement.get({ theme: proposition.theme, limit: asOf ? 200 : 1, ...on }),
  ]);
  const ours = inNetwork(viewer) && !asOf ? (await api.positions.ours({ proposition: slug })).items : [];
  const assessed = agreement.propositions.find((it) => it.slug === slug);
  return {
    proposition,
    surroundings,
    holdings: toHoldings(positions, asOf ? agreement.organizations : members, assessed?.notShown === "some", locale),
    category: assessed?.category,
    ours: ours.filter(({ viewer: rights }) => rights.own),
    visitor: viewer.personId === null,
    on: asOf,
    // The words of that day; what has no wording from before is held to have had its first.
    words: asOf ? wordsOn(proposition.versions, asOf) : proposition,
  };
}

const wordsOn = (versions: readonly Wording[], day: string) => {
  const then = versions.find(({ since }) => since.slice(0, 10) <= day) ?? versions.at(-1);
  if (!then) throw new Error("a proposition has no words");
  return { ...then, version: then.number };
};

export type PropositionFacts = Awaited<ReturnType<typeof readProposition>>;
