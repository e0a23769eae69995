/** Where an organization's position on a proposition stands. */
export const positionHref = (organization: string, proposition: string) => `/positions/${organization}/${proposition}`;

/** Through the sign-in page and back to where one was. */
export const signInHref = (locale: string, path: string) => `/sign-in?next=${encodeURIComponent(`/${locale}${path}`)}`;
