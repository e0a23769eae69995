/** Through the sign-in page and back to where one was. */
export const signInHref = (locale: string, path: string) => `/sign-in?next=${encodeURIComponent(`/${locale}${path}`)}`;
