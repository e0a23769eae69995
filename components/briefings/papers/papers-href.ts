/** Addresses alone: browser code imports this. */
export const briefingHref = (slug: string) => `/briefings/${slug}`;

export const papersHref = (slug: string) => `/briefings/${slug}/papers`;

export const packHref = (slug: string) => `/briefings/${slug}/pack`;

/** Where the file of a paper is, for a browser to save. */
export const paperFileHref = (slug: string, paper: string) => `/api/v1/briefings/${slug}/papers/${paper}/file`;
