import { env } from "../env";
import { longestNext } from "../i18n/sign-in-href";

const localizedPath = /^\/(?:$|[?#]|(?:en|fr)(?:$|[/?#]))/;
// What follows the language is a path of its own wherever the language is taken off: //elsewhere would be another site.
const doubled = /^[^?#]*(?:\/\/|\\|%5c|%2f)/i;

/**
 * A page of this site to go to after signing in; anything else becomes the fallback. What counts is where a browser would
 * end up, so the path is looked at again after dots, tabs and backslashes were resolved.
 */
export function safeNext(next: string | null | undefined, fallback = "/"): string {
  if (!next || next.length > longestNext || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, env().origin))
    return fallback;
  const url = new URL(next, env().origin);
  const resolved = url.pathname + url.search + url.hash;
  return url.origin === env().origin && localizedPath.test(resolved) && !doubled.test(resolved) ? resolved : fallback;
}
