import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { draftingOrganizationsOf, inNetwork, isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** For the network: an office says whom it speaks to, and which organization checked its title. */
export const mayRead = (viewer: Viewer) => inNetwork(viewer);

/** `mayRead`, said to the database. */
export const readableBy = (viewer: Viewer): Prisma.OfficeWhereInput => (mayRead(viewer) ? {} : { id: { in: [] } });

/** Kept by whoever drafts for a member: who meets an office knows first that its title changed. */
export const mayWrite = (viewer: Viewer) => draftingOrganizationsOf(viewer).length > 0;

/** Nobody checks what they wrote themselves. */
export const wroteTitle = (viewer: Viewer, { writtenByPersonId: writer }: { writtenByPersonId: string | null }) =>
  writer !== null && writer === viewer.personId;

/** The network no longer writes to it: for whoever holds the process. */
export const mayClose = (viewer: Viewer) => isConvener(viewer);

/** A name that is asked to be taken out is taken out by whoever answers such requests for the network. */
export const mayErase = (viewer: Viewer) => isConvener(viewer);
