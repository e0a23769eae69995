import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { isFresh } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import type { TokenScope } from "./schema";

/** Somebody who is there in person, and no program on their behalf. */
const inSession = (viewer: Viewer) => viewer.personId !== null && viewer.token === null;

/** A token is made by a person who is there: a token that could make tokens would outlive its own revocation. */
export const mayMakeTokens = inSession;

/** Name, language and address are changed in a session only: a token acts for its person, it does not change who they are. */
export const mayChangeProfile = inSession;

/** A token that was lost could otherwise sign out the person who comes to revoke it. */
export const mayEndSessions = inSession;

/** Whose sessions one sees: one's own. */
export const sessionsReadableBy = (viewer: Viewer): Prisma.SessionWhereInput =>
  viewer.personId === null ? { id: { in: [] } } : { personId: viewer.personId };

/** Why a token of this scope is refused now, or null. What commits an organization begins with a fresh sign-in. */
export function tokenObstacle(viewer: Viewer, scope: TokenScope, now: Date): "onlyInSession" | "signInAgain" | null {
  if (!mayMakeTokens(viewer)) return "onlyInSession";
  return scope === "commit" && !isFresh(viewer, now) ? "signInAgain" : null;
}

/** One's own tokens, by session; a token may end itself, and no other. */
export const mayRevoke = (viewer: Viewer, token: { id: string; personId: string }) =>
  viewer.personId !== null && token.personId === viewer.personId && (!viewer.token || viewer.token.id === token.id);

/** Whose tokens one sees: one's own. */
export const tokensReadableBy = (viewer: Viewer): Prisma.AccessTokenWhereInput =>
  viewer.personId === null ? { id: { in: [] } } : { personId: viewer.personId };
