import { notFound } from "next/navigation";
import { getNow } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { isoDay } from "@/components/ui/format-moment";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import { leadToCurrent } from "./lead-to-current";

/** Where an organization stands, for its own people and the convener. */
export async function loadMembership(slug: string) {
  await requireAccount();
  const organization = await orNotFound(api.organizations.get({ slug }));
  await leadToCurrent(organization, slug);
  if (!organization.viewer.mayReadAdmission) notFound();
  const [admission, steps] = await Promise.all([
    api.organizations.admission({ slug }),
    collectPages((place) => api.organizations.history({ ...place, slug })),
  ]);
  return { organization, admission, steps };
}

export type MembershipFacts = Awaited<ReturnType<typeof loadMembership>>;

/** What a signatory changes, and what a usual decision would be reckoned from: today, and the days on which nothing is due. */
export async function loadProfileForm(slug: string) {
  await requireAccount();
  const organization = await orNotFound(api.organizations.get({ slug }));
  await leadToCurrent(organization, slug);
  if (!organization.viewer.mayChange) notFound();
  const { blackouts, quebecDay, weekendRule } = await api.administration.network({});
  return {
    organization,
    today: isoDay(await getNow()),
    blackouts: blackouts ?? [],
    closing: { quebecDay, weekendRule },
  };
}
