import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { inNetwork, isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** Who records what is for the network: a visitor or an official could read from it when the coalition meets, and on what. */
export const rapporteursReadableBy = (viewer: Viewer): Prisma.RapporteurWhereInput =>
  inNetwork(viewer) ? {} : { id: { in: [] } };

/** Named by whoever holds the process. */
export const mayNameRapporteurs = (viewer: Viewer) => isConvener(viewer);

/** Whoever was named may lay it down; the convener may end it. */
export const mayEndRapporteur = (viewer: Viewer, { personId }: { personId: string }) =>
  personId === viewer.personId || isConvener(viewer);
