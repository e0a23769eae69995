import { readEvery } from "@/components/positions/read-every";
import { orNotFound } from "@/components/themes/or-not-found";
import { api } from "@/lib/api/server";

/** Who may do what for an organization, now or on a day; and where the reader gives mandates, to whom and on what. */
export async function readMandates(slug: string, on: string | undefined) {
  const place = { slug, ...(on && { on }) };
  const [organization, mandates] = await Promise.all([
    orNotFound(api.organizations.get({ slug })),
    orNotFound(api.organizations.mandates.list(place)),
  ]);
  const grants = mandates.viewer.mayGrant !== null && !on;
  const [rest, people, themes] = await Promise.all([
    mandates.nextCursor ? readEvery((page) => api.organizations.mandates.list({ ...page, ...place })) : mandates.items,
    grants ? readEvery((page) => api.organizations.people.list({ ...page, slug })) : [],
    grants ? api.themes.list({}) : { items: [] },
  ]);
  return { organization, mandates: rest, on: mandates.on, viewer: mandates.viewer, people, themes: themes.items };
}

export type MandatesFacts = Awaited<ReturnType<typeof readMandates>>;
