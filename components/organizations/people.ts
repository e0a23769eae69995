import { readEvery } from "@/components/positions/read-every";
import { orNotFound } from "@/components/themes/or-not-found";
import { api } from "@/lib/api/server";

/** Who acts for an organization, as far as the reader is told; and for those who invite, who was asked. */
export async function readPeople(slug: string) {
  const [organization, people] = await Promise.all([
    orNotFound(api.organizations.get({ slug })),
    orNotFound(api.organizations.people.list({ slug })),
  ]);
  const { viewer } = people;
  const [rest, invitations] = await Promise.all([
    people.nextCursor ? readEvery((place) => api.organizations.people.list({ ...place, slug })) : people.items,
    viewer.mayInvite ? readEvery((place) => api.organizations.invitations.list({ ...place, slug })) : null,
  ]);
  return { organization, people: rest, viewer, invitations };
}

export type PeopleFacts = Awaited<ReturnType<typeof readPeople>>;
