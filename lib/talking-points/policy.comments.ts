import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Viewer } from "@/lib/viewer/schema";
import { isAtHome, mayWrite, readableFrom, type TextScope } from "./policy";

/** The step that opened a point to the network: its first as anything but a draft. */
export const openingSelect = {
  where: { status: { not: "draft" } },
  orderBy: { number: "asc" },
  take: 1,
  select: { at: true },
} satisfies Prisma.TalkingPoint$stepsArgs;

type Point = Parameters<typeof readableFrom>[1] & { steps: readonly { at: Date }[] };

/**
 * Remarks are read with the words that they are about, from the moment in which those were opened: what was said of a draft
 * stays with those who wrote it, even where its words were opened as they stood, and so does what is replied to it later.
 */
export function commentsReadableBy(viewer: Viewer, point: Point): Prisma.TalkingPointCommentWhereInput {
  if (isAtHome(viewer, point)) return {};
  const [opening] = point.steps;
  if (!opening) return { id: { in: [] } };
  const since = { gte: opening.at };
  return {
    version: { gte: readableFrom(viewer, point) },
    at: since,
    OR: [{ parentId: null }, { parent: { at: since } }],
  };
}

type Settling = TextScope & {
  leads: readonly { organizationId: string }[];
  /** Whose remark it is. */
  saidById: string;
};

/** A remark is settled by whoever holds the pen, or by the organization that made it. */
export const maySettle = (viewer: Viewer, { leads, saidById, ...scope }: Settling) =>
  mayWrite(viewer, scope) &&
  (scope.organizationId === saidById || leads.some((it) => it.organizationId === scope.organizationId));
