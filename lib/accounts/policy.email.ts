import { isFresh } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";

/** Somebody at a browser of their own. A token acts for its person; where their mail goes is not for it to say. */
export const mayChangeEmail = (viewer: Viewer) => viewer.personId !== null && viewer.sessionId !== null;

/** Where sign-in links go is where a person can be taken over: whoever found an open browser proves who they are first. */
export function emailChangeObstacle(viewer: Viewer, now: Date): "emailByPerson" | "signInAgain" | null {
  if (!mayChangeEmail(viewer)) return "emailByPerson";
  return isFresh(viewer, now) ? null : "signInAgain";
}
