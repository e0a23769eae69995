/** Where an organization's position on a proposition stands. */
export const positionHref = (organization: string, proposition: string) => `/positions/${organization}/${proposition}`;
