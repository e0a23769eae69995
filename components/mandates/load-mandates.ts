import { leadToCurrent } from "@/components/organizations/lead-to-current";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";

/** Who may do what for an organization, now or on a day; and where the reader gives mandates, to whom and on what. */
export async function loadMandates(slug: string, on: string | undefined) {
  const query = { slug, ...(on && { on }) };
  const [organization, mandates] = await Promise.all([
    orNotFound(api.organizations.get({ slug })),
    orNotFound(api.organizations.mandates.list(query)),
  ]);
  await leadToCurrent(organization, slug);
  const grants = mandates.viewer.mayGrant !== null && !on;
  const [rest, people, themes, changes] = await Promise.all([
    mandates.nextCursor
      ? collectPages((page) => api.organizations.mandates.list({ ...page, ...query }))
      : mandates.items,
    grants ? collectPages((page) => api.organizations.people.list({ ...page, slug })) : [],
    grants ? api.themes.list({}) : { items: [] },
    on ? { items: [], twoSign: false } : api.organizations.changes.list({ slug }),
  ]);
  const { viewer, requests } = mandates;
  return {
    ...{ organization, mandates: rest, on: mandates.on, viewer, requests, people, themes: themes.items },
    ...{ changes: changes.items, twoSign: changes.twoSign },
  };
}

export type MandatesFacts = Awaited<ReturnType<typeof loadMandates>>;
