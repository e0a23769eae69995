import "server-only";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { propositionNameSelect, toName } from "@/lib/propositions/read.context";
import { readableBy as pointsReadableBy } from "@/lib/talking-points/policy";
import type { Viewer } from "@/lib/viewer/schema";

/** What an item is called by: its own title, or that of the thing that it speaks about. */
export const itemNameSelect = {
  id: true,
  number: true,
  kind: true,
  titleEn: true,
  titleFr: true,
  recommendation: { select: { ref: true, titleEn: true, titleFr: true } },
  proposition: { select: propositionNameSelect },
  talkingPointId: true,
  approves: { select: { titleEn: true, titleFr: true } },
} satisfies Prisma.AgendaItemSelect;

type Row = Prisma.AgendaItemGetPayload<{ select: typeof itemNameSelect }>;
type Title = { en: string | null; fr: string | null };

const toPair = (en: string | null, fr: string | null): Title | null => (en || fr ? { en, fr } : null);

/** The titles of talking points that this viewer reads: a draft on an agenda is called by nothing that is in it. */
export const pointNames = (viewer: Viewer, ids: readonly (string | null)[]) => ({
  where: { AND: [pointsReadableBy(viewer), { id: { in: ids.flatMap((it) => it ?? []) } }] },
  select: { id: true, current: { select: { titleEn: true, titleFr: true } } },
});
type PointRow = { id: string; current: { titleEn: string | null; titleFr: string | null } };

/** The title of an item as this viewer reads it; neither language where it is of a thing that they do not read. */
export function titleOf(row: Row, points: readonly PointRow[]): Title {
  const point = points.find(({ id }) => id === row.talkingPointId)?.current;
  const { recommendation, proposition, approves } = row;
  return (
    toPair(row.titleEn, row.titleFr) ??
    (recommendation && toPair(recommendation.titleEn, recommendation.titleFr)) ??
    (proposition && toName(proposition).title) ??
    (point && toPair(point.titleEn, point.titleFr)) ??
    (approves && toPair(approves.titleEn, approves.titleFr)) ?? { en: null, fr: null }
  );
}
