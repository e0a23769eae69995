import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { inNetwork } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** A personal view is its person's own, and nobody else's: not their organization's, not the convener's. */
export const viewsReadableBy = (viewer: Viewer): Prisma.PersonalViewWhereInput =>
  viewer.personId === null ? { personId: { in: [] } } : { personId: viewer.personId };

/** Whoever acts for an organization may think for themselves, with a mandate or without one. */
export const mayKeepViews = (viewer: Viewer) => viewer.personId !== null && inNetwork(viewer);
