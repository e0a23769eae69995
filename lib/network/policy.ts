import { inNetwork, mayAdminister } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** When the network rests is known inside it, and by whoever sets it. */
export const mayReadBlackouts = (viewer: Viewer) => inNetwork(viewer) || mayAdminister(viewer);
