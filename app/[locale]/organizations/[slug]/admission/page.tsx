import { getLocale, getTranslations } from "next-intl/server";
import { readPlace } from "@/components/organizations/place-in-network";
import { PlaceInNetworkView } from "@/components/organizations/place-in-network-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("admission.place");
  return { title: t("title") };
}

export default async function AdmissionPage({ params }: Props) {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  return <PlaceInNetworkView {...(await readPlace(slug, locale))} />;
}
