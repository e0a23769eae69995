import { notFound } from "next/navigation";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { longestCursor } from "@/lib/platform/http/pagination";
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

async function findStanding(positionKey: PositionKey): Promise<Own> {
  const position = await orNotFound(api.positions.get(positionKey));
  const { organization, warnings, viewer } = position;
  return { organization, position, warnings, viewer, signatories: [], signOffTypicalDays: 0, signatures: 1 };
}

const noAnnotationRights = { digest: null, joining: [], explaining: null };

/** The position's annotations, and what the reader's organizations may sign there. */
const loadAnnotations = (positionKey: PositionKey, recorded: boolean, known: boolean) =>
  Promise.all([
    recorded && known ? api.positions.annotations.read(positionKey) : noAnnotationRights,
    recorded ? api.positions.annotations.joins({ ...positionKey, limit: stepsShown }) : noSteps,
    recorded ? api.positions.annotations.explanations({ ...positionKey, limit: stepsShown }) : noSteps,
  ]);

type PositionPageQuery = { writing: boolean; before?: string | undefined };

/** Loads the page of one position: proposition, standing text, draft for its own people, history and annotations. */
export async function loadPosition(positionKey: PositionKey, { writing, before }: PositionPageQuery) {
  const proposition = await orNotFound(api.themes.proposition({ slug: positionKey.proposition }));
  const [viewer, own] = await Promise.all([getViewer(), findOwn(positionKey)]);
  const facts = own ?? (await findStanding(positionKey));
  if (!own && !facts.position?.standing) notFound();
  const history = facts.position
    ? await api.positions.history({
        ...positionKey,
        limit: stepsShown,
        ...(before && { cursor: before.slice(0, longestCursor) }),
      })
    : noSteps;
  const [annotationRights, joins, explanations] = await loadAnnotations(
    positionKey,
    facts.position !== null,
    viewer.personId !== null,
  );
  // Writers see which of their positions exclude this proposition; readers see the warnings of the standing text.
  const warnings = writing || !facts.position ? facts.warnings : facts.position.warnings;
  const rivals = await Promise.all(warnings.map((it) => api.themes.proposition({ slug: it.proposition })));
  return {
    positionKey,
    proposition,
    ...facts,
    history,
    annotationRights,
    joins,
    explanations,
    rivals,
    writing,
    writer: own ? viewer.personId : null,
    readerZone: viewer.timeZone,
  };
}

export type PositionFacts = Awaited<ReturnType<typeof loadPosition>>;
