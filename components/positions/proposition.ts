import { getLocale } from "next-intl/server";
import { orNotFound } from "@/components/themes/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { belongsTo, inNetwork } from "@/lib/platform/viewer";
import type { Wording } from "@/lib/themes/schema";
import { toHoldings } from "./holdings";
import { type Asked, readOpened } from "./opened";

/** One proposition with its theme, its dilemmas, what excludes it, and who holds what. */
export async function readProposition(slug: string, asked: Asked) {
  const { on } = asked;
  const [viewer, locale] = await Promise.all([getViewer(), getLocale()]);
  const mine = inNetwork(viewer) && !on;
  const [proposition, surroundings, told, opened, ours] = await orNotFound(
    Promise.all([
      api.themes.proposition({ slug }),
      api.themes.surroundings({ slug }),
      api.agreement.proposition({ slug, ...(on && { asOf: on }) }),
      readOpened(slug, asked, locale),
      mine ? api.positions.ours({ proposition: slug }) : { items: [] },
    ]),
  );
  return {
    proposition,
    surroundings,
    holdings: toHoldings(told, locale),
    category: told.category,
    opened,
    ours: ours.items.filter(({ viewer: rights }) => rights.own),
    visitor: viewer.personId === null,
    mayReword: !on && viewer.convenerFor.some((id) => belongsTo(viewer, id)),
    on,
    // The words of that day; what has no wording from before is held to have had its first.
    words: on ? wordsOn(proposition.versions, on) : proposition,
  };
}

const wordsOn = (versions: readonly Wording[], day: string) => {
  const then = versions.find(({ since }) => since.slice(0, 10) <= day) ?? versions.at(-1);
  if (!then) throw new Error("a proposition has no words");
  return { ...then, version: then.number };
};

export type PropositionFacts = Awaited<ReturnType<typeof readProposition>>;
