/** Addresses alone: browser code imports this. */
export const here = "/offices";

export const officeHref = (slug: string) => `${here}/${slug}`;
