import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import { leadToCurrent } from "./lead-to-current";

/** Loads an organization's people as far as the reader may see them, and its invitations for those who may invite. */
export async function loadPeople(slug: string) {
  const [organization, people] = await Promise.all([
    orNotFound(api.organizations.get({ slug })),
    orNotFound(api.organizations.people.list({ slug })),
  ]);
  await leadToCurrent(organization, slug);
  const { viewer } = people;
  const [rest, invitations] = await Promise.all([
    people.nextCursor ? collectPages((page) => api.organizations.people.list({ ...page, slug })) : people.items,
    viewer.mayInvite ? collectPages((page) => api.organizations.invitations.list({ ...page, slug })) : null,
  ]);
  return { organization, people: rest, viewer, invitations };
}

export type PeopleFacts = Awaited<ReturnType<typeof loadPeople>>;
