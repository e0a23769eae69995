import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { isFresh } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";

/** Somebody at a browser of their own: a key answers there, and a token has no fingers. */
export const mayManagePasskeys = (viewer: Viewer) => viewer.personId !== null && viewer.sessionId !== null;

/** Whoever found an open browser could otherwise add a key of their own, and keep what was lent for minutes. */
export function addingObstacle(viewer: Viewer, now: Date): "passkeysByPerson" | "signInAgain" | null {
  if (!mayManagePasskeys(viewer)) return "passkeysByPerson";
  return isFresh(viewer, now) ? null : "signInAgain";
}

/** Whose passkeys one sees: one's own. */
export const passkeysReadableBy = (viewer: Viewer): Prisma.PasskeyWhereInput =>
  viewer.personId === null ? { id: { in: [] } } : { personId: viewer.personId };
