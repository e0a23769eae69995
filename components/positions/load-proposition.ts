import { noDiscussions } from "@/components/briefings/agenda/discussed-at";
import { noPoints } from "@/components/talking-points/point-links";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import type { Wording } from "@/lib/propositions/schema";
import { inNetwork, isConvener } from "@/lib/viewer/rules";
import { type PropositionQuery, readFilteredStances } from "./stance-filter";
import { toStanceGroups } from "./stance-groups";

/** One proposition with its theme, its dilemmas, what excludes it, and who holds what. */
export async function loadProposition(slug: string, query: PropositionQuery) {
  const { on } = query;
  const viewer = await getViewer();
  const mine = inNetwork(viewer) && !on;
  const [proposition, surroundings, recorded, opened, ownPositions, points, discussions] = await orNotFound(
    Promise.all([
      api.themes.proposition({ slug }),
      api.themes.surroundings({ slug }),
      api.agreement.proposition({ slug, ...(on && { asOf: on }) }),
      readFilteredStances(slug, query),
      mine ? api.positions.ours({ proposition: slug }) : { items: [] },
      inNetwork(viewer)
        ? api.talkingPoints.list({ proposition: slug, sort: "status", limit: 20, ...(on && { asOf: on }) })
        : noPoints,
      mine ? api.briefings.agenda.about({ kind: "proposition", about: slug, limit: 20 }) : noDiscussions,
    ]),
  );
  return {
    proposition,
    surroundings,
    stanceGroups: toStanceGroups(recorded),
    category: recorded.category,
    opened,
    ours: ownPositions.items.filter(({ viewer: rights }) => rights.own),
    points,
    discussions,
    visitor: viewer.personId === null,
    mayReword: !on && isConvener(viewer),
    on,
    // The words of that day; what has no wording from before is held to have had its first.
    wording: on ? wordingAsOf(proposition.versions, on) : proposition,
  };
}

const wordingAsOf = (versions: readonly Wording[], day: string) => {
  const then = versions.find(({ since }) => since.slice(0, 10) <= day) ?? versions.at(-1);
  if (!then) throw new Error("a proposition has no words");
  return { ...then, version: then.number };
};

export type PropositionFacts = Awaited<ReturnType<typeof loadProposition>>;
