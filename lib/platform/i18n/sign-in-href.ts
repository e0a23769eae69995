/** The longest address that is kept through signing in; a longer one leads to the first page. */
export const longestNext = 2_000;

// What leads in itself, and pages whose address opens something: that must not lie in a queue or in another mail.
const passing = /^\/(?:sign-in|invitation|organizations\/apply\/confirm|account\/email\/confirm)(?=$|[/?#])/;

/** A page by its whole address, in this language. */
const inOtherLanguage = (page: string, locale: string) => page.replace(/^\/(?:en|fr)(?=$|[/?#])/, `/${locale}`);

/**
 * Through the sign-in page and back to where one is: `here` is a place without its language, with its query. From a page of
 * signing in it is the page that was asked for before; from the first page, as it is, there is none to come back to.
 */
export function signInHref(locale: string, here: string): string {
  const next = passing.test(here)
    ? requestedBefore(here)
    : here === "/"
      ? null
      : `/${locale}${here.replace(/^\/(?=[?#])/, "")}`;
  return next && next.length <= longestNext ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in";
}

const requestedBefore = (here: string) =>
  here.startsWith("/sign-in") ? new URLSearchParams(here.split("?")[1]).get("next") : null;

/** The same place in the other language; on a page of signing in, what was asked for changes its language as well. */
export function hereIn(locale: string, here: string): string {
  const next = here.startsWith("/sign-in") ? requestedBefore(here) : null;
  if (next === null) return here;
  const [path, words] = here.split("?");
  const query = new URLSearchParams(words);
  query.set("next", inOtherLanguage(next, locale));
  return `${path}?${query}`;
}
