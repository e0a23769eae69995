import { inNetwork, isConvener, mayAdminister } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** When the network rests is known inside it, and by whoever sets it. */
export const mayReadClosingDays = (viewer: Viewer) => inNetwork(viewer) || mayAdminister(viewer);

/** Whoever convenes plans by them; whoever administers set them first. */
export const mayKeepClosingDays = (viewer: Viewer) => isConvener(viewer) || mayAdminister(viewer);
