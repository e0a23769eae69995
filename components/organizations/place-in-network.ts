import { notFound } from "next/navigation";
import { getNow } from "next-intl/server";
import { readEvery } from "@/components/positions/read-every";
import { orNotFound } from "@/components/themes/or-not-found";
import { isoDay } from "@/components/ui/moment";
import { api, getViewer } from "@/lib/api/server";
import { redirectTo } from "@/lib/platform/i18n/redirect";
import type { Locale } from "@/lib/platform/i18n/routing";

/** A page of an organization's own people: a visitor signs in first, and comes back to it. */
async function signedInFor(here: string, locale: Locale) {
  const visiting = (await getViewer()).personId === null;
  if (visiting) redirectTo({ href: { pathname: "/sign-in", query: { next: `/${locale}${here}` } }, locale });
}

/** Where an organization stands, for its own people and the convener. */
export async function readPlace(slug: string, locale: Locale) {
  await signedInFor(`/organizations/${slug}/admission`, locale);
  const organization = await orNotFound(api.organizations.get({ slug }));
  if (!organization.viewer.mayReadAdmission) notFound();
  const [admission, steps] = await Promise.all([
    api.organizations.admission({ slug }),
    readEvery((place) => api.organizations.history({ ...place, slug })),
  ]);
  return { organization, admission, steps };
}

export type PlaceFacts = Awaited<ReturnType<typeof readPlace>>;

/** What a signatory changes, and what a usual decision would be reckoned from: today, and the days on which nothing is due. */
export async function readChangeable(slug: string, locale: Locale) {
  await signedInFor(`/organizations/${slug}/profile`, locale);
  const organization = await orNotFound(api.organizations.get({ slug }));
  if (!organization.viewer.mayChange) notFound();
  const { blackouts } = await api.administration.network({});
  return { organization, today: isoDay(await getNow()), blackouts: blackouts ?? [] };
}
