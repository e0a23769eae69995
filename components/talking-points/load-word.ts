import { getLocale } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { orNotFound } from "@/lib/api/or-not-found";
import { api, getViewer } from "@/lib/api/server";
import { isOpen } from "@/lib/talking-points/rules.endorsements";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";

/** A text for boards that work in Word, and the organizations for which this reader can bring it back marked. */
export async function loadWord(slug: string) {
  await requireAccount();
  const [viewer, point, locale] = await Promise.all([
    getViewer(),
    orNotFound(api.talkingPoints.get({ id: slug })),
    getLocale(),
  ]);
  const organizations = draftingOrganizationsOf(viewer).map((it) => ({
    value: it.slug,
    label: locale === "fr" ? it.nameFr : it.nameEn,
  }));
  return { point, organizations, open: isOpen(point.status) };
}
export type WordFacts = Awaited<ReturnType<typeof loadWord>>;
