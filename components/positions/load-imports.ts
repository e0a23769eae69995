import { api, getViewer } from "@/lib/api/server";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";

/** Where a file would go, and what was imported there so far. */
export async function loadImports(slug: string | undefined) {
  const viewer = await getViewer();
  const organizations = draftingOrganizationsOf(viewer).map((it) => ({
    slug: it.slug,
    name: { en: it.nameEn, fr: it.nameFr },
  }));
  const organization = organizations.find((it) => it.slug === slug) ?? organizations[0] ?? null;
  const past = organization ? (await api.positions.imports({ slug: organization.slug, limit: 20 })).items : [];
  return { organizations, organization, past, zone: viewer.timeZone ?? networkTimeZone() };
}

export type ImportFacts = Awaited<ReturnType<typeof loadImports>>;
