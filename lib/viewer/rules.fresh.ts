import { freshMinutes } from "../platform/session/durations";
import type { Viewer } from "./schema";

/** Whether this person proved who they are a moment ago, as whatever commits an organization asks for. */
export const isFresh = ({ authenticatedAt }: Pick<Viewer, "authenticatedAt">, now: Date) =>
  authenticatedAt !== null && now.getTime() - authenticatedAt.getTime() < freshMinutes * 60_000;

/** Whether a commitment can be made right now: after a fresh sign-in, or with a token that was made for it. */
export const mayCommitNow = (viewer: Pick<Viewer, "authenticatedAt" | "token">, now: Date) =>
  viewer.token ? viewer.token.scope === "commit" : isFresh(viewer, now);
