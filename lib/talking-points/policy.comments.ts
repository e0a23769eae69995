import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Viewer } from "@/lib/viewer/schema";
import { mayWrite, readableFrom, type TextScope } from "./policy";

type Point = Parameters<typeof readableFrom>[1];

/** Remarks are read with the words that they are about: what was said of a draft stays with those who wrote it. */
export const commentsReadableBy = (viewer: Viewer, point: Point): Prisma.TalkingPointCommentWhereInput => ({
  version: { gte: readableFrom(viewer, point) },
});

type Settling = TextScope & {
  leads: readonly { organizationId: string }[];
  /** Whose remark it is. */
  saidById: string;
};

/** A remark is settled by whoever holds the pen, or by the organization that made it. */
export const maySettle = (viewer: Viewer, { leads, saidById, ...scope }: Settling) =>
  mayWrite(viewer, scope) &&
  (scope.organizationId === saidById || leads.some((it) => it.organizationId === scope.organizationId));
