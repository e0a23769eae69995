import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { inNetwork } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** Who keeps the installation, there in person. By this part alone nobody reads or edits what organizations say. */
export const mayAdminister = (viewer: Viewer) => viewer.administrator && viewer.token === null;

/** When the network rests is known inside it, and by whoever sets it. */
export const mayReadBlackouts = (viewer: Viewer) => inNetwork(viewer) || mayAdminister(viewer);

/** Who administers is for administrators alone; to anybody else there are none. */
export const administratorsReadableBy = (viewer: Viewer): Prisma.PersonWhereInput =>
  mayAdminister(viewer) ? { administrator: true } : { id: { in: [] } };
