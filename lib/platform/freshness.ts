import type { Viewer } from "./viewer";

const freshMinutes = 10;

/** Proved who they are in the last ten minutes, or came with a token that was made for committing an organization. */
export function isFresh({ token, authenticatedAt }: Viewer, now: Date): boolean {
  if (token) return token.scope === "commit";
  return authenticatedAt !== null && now.getTime() - authenticatedAt.getTime() < freshMinutes * 60_000;
}
