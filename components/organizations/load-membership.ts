import { notFound } from "next/navigation";
import { getNow } from "next-intl/server";
import { isoDay } from "@/components/ui/format-moment";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { redirectTo } from "@/lib/platform/i18n/redirect";
import type { Locale } from "@/lib/platform/i18n/routing";

/** A page of an organization's own people: a visitor signs in first, and comes back to it. */
async function requireSignIn(here: string, locale: Locale) {
  const visiting = (await getViewer()).personId === null;
  if (visiting) redirectTo({ href: { pathname: "/sign-in", query: { next: `/${locale}${here}` } }, locale });
}

/** Where an organization stands, for its own people and the convener. */
export async function loadMembership(slug: string, locale: Locale) {
  await requireSignIn(`/organizations/${slug}/admission`, locale);
  const organization = await orNotFound(api.organizations.get({ slug }));
  if (!organization.viewer.mayReadAdmission) notFound();
  const [admission, steps] = await Promise.all([
    api.organizations.admission({ slug }),
    collectPages((page) => api.organizations.history({ ...page, slug })),
  ]);
  return { organization, admission, steps };
}

export type MembershipFacts = Awaited<ReturnType<typeof loadMembership>>;

/** What a signatory changes, and what a usual decision would be reckoned from: today, and the days on which nothing is due. */
export async function loadProfileForm(slug: string, locale: Locale) {
  await requireSignIn(`/organizations/${slug}/profile`, locale);
  const organization = await orNotFound(api.organizations.get({ slug }));
  if (!organization.viewer.mayChange) notFound();
  const { blackouts } = await api.administration.network({});
  return { organization, today: isoDay(await getNow()), blackouts: blackouts ?? [] };
}
