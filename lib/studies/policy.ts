import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Listing } from "@/lib/platform/generated/prisma/enums";
import { inNetwork, isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** Who keeps studies: the convener holds the process, and an administrator the machine. Neither speaks for anybody by it. */
export const mayKeepStudies = (viewer: Viewer) => isConvener(viewer) || viewer.administrator;

const listingsOf = (viewer: Viewer): Listing[] =>
  inNetwork(viewer) || viewer.administrator ? ["network", "public"] : ["public"];

export const mayRead = (viewer: Viewer, study: { listing: Listing }) => listingsOf(viewer).includes(study.listing);

/** `mayRead`, said to the database; policy.test.ts holds the two together. */
export const readableBy = (viewer: Viewer): Prisma.StudyWhereInput => ({ listing: { in: listingsOf(viewer) } });
