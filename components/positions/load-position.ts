import { notFound } from "next/navigation";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import type { OwnPositions, PositionKey } from "@/lib/positions/schema";
import { isMemberOf } from "@/lib/viewer/rules";

const noSteps = { items: [], nextCursor: null, total: 0 };
const stepsShown = 20;

type Own = OwnPositions["items"][number];

/** The reader's own organization at this place, recorded or not; null for everybody else. */
async function findOwn({ organization, proposition }: PositionKey): Promise<Own | null> {
  const viewer = await getViewer();
  if (!isMemberOf(viewer, organization)) return null;
  const { items } = await api.positions.ours({ proposition });
  return items.find((it) => it.organization.slug === organization) ?? null;
}

async function findStanding(place: PositionKey): Promise<Own> {
  const position = await orNotFound(api.positions.get(place));
  const { organization, warnings, viewer } = position;
  return { organization, position, warnings, viewer, signatories: [], signOffTypicalDays: 0, signatures: 1 };
}

const noAnnotationRights = { digest: null, joining: [], explaining: null };

/** What is said beside the position, and what the reader's organizations may say there. */
const loadAnnotations = (place: PositionKey, recorded: boolean, known: boolean) =>
  Promise.all([
    recorded && known ? api.positions.annotations.read(place) : noAnnotationRights,
    recorded ? api.positions.annotations.joins({ ...place, limit: stepsShown }) : noSteps,
    recorded ? api.positions.annotations.explanations({ ...place, limit: stepsShown }) : noSteps,
  ]);

type PositionPageQuery = { writing: boolean; before?: string | undefined };

/** Everything at one place: the sentence, what stands, the draft for its own people, and how it came about. */
export async function loadPosition(place: PositionKey, { writing, before }: PositionPageQuery) {
  const proposition = await orNotFound(api.themes.proposition({ slug: place.proposition }));
  const [viewer, own] = await Promise.all([getViewer(), findOwn(place)]);
  const held = own ?? (await findStanding(place));
  if (!own && !held.position?.standing) notFound();
  const history = held.position
    ? await api.positions.history({ ...place, limit: stepsShown, ...(before && { cursor: before.slice(0, 200) }) })
    : noSteps;
  const [saying, joins, explanations] = await loadAnnotations(place, held.position !== null, viewer.personId !== null);
  // Whoever writes is told of what excludes the sentence; whoever reads, of what they support besides.
  const warnings = writing || !held.position ? held.warnings : held.position.warnings;
  const rivals = await Promise.all(warnings.map((it) => api.themes.proposition({ slug: it.proposition })));
  return {
    place,
    proposition,
    ...held,
    history,
    saying,
    joins,
    explanations,
    rivals,
    writing,
    writer: own ? viewer.personId : null,
  };
}

export type PositionFacts = Awaited<ReturnType<typeof loadPosition>>;
