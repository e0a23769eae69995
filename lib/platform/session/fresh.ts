import type { Viewer } from "../viewer";
import { freshMinutes } from "./times";

/** Whether this person proved who they are a moment ago, as whatever commits an organization asks for. */
export const isFresh = ({ authenticatedAt }: Pick<Viewer, "authenticatedAt">, now: Date) =>
  authenticatedAt !== null && now.getTime() - authenticatedAt.getTime() < freshMinutes * 60_000;
