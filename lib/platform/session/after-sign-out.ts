import "server-only";
import { safeNext } from "./safe-next";

// What any visitor may read, and the two pages on which somebody else is meant to come in. Everything else was theirs.
const open =
  /^\/(?:en|fr)\/(?:agreement(?:\/[a-z]+)?|themes\/[^/]+|propositions\/(?!proposals$|propose$)[^/]+|library(?:\/about)?|glossary|dilemmas|timeline|agenda|errata|people-and-bodies|studies(?:\/(?!import$)[^/]+)?|organizations(?:\/apply)?|more|privacy|accessibility|reference|sign-in|invitation)$/;

/** Where one stands after signing out: on the same page, where a visitor may read it; on the first page otherwise. */
export function pageAfterSignOut(language: "en" | "fr", here: string | null): string {
  const page = safeNext(here, `/${language}`);
  return open.test(page.split(/[?#]/)[0] ?? "") ? page : `/${language}`;
}
