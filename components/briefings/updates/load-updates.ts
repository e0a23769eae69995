import { getLocale } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { collectPages } from "@/lib/api/collect-pages";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";

/** What was filed before a meeting. */
export async function loadUpdates(slug: string) {
  await requireAccount();
  return orNotFound(api.briefings.updates.list({ id: slug, limit: 100 }));
}
export type UpdatesFacts = Awaited<ReturnType<typeof loadUpdates>>;

/** The same with the forms of the reader's own organizations. */
export async function loadUpdatesDesk(slug: string) {
  const updates = await loadUpdates(slug);
  const { filesFor } = updates.viewer;
  const [viewer, locale, themes, own] = await Promise.all([
    getViewer(),
    getLocale(),
    filesFor.length > 0 ? collectPages((place) => api.themes.list(place)) : [],
    Promise.all(filesFor.map((it) => api.briefings.updates.get({ id: slug, organization: it.slug }))),
  ]);
  return {
    updates,
    own,
    writer: viewer.personId ?? "",
    themes: themes.map((it) => ({ value: it.slug, label: it.title[locale] })),
  };
}
