import { getTranslations } from "next-intl/server";
import { readEarlierTexts } from "@/components/organizations/earlier-texts";
import { EarlierTextsView } from "@/components/organizations/earlier-texts-view";
import { requireAccount } from "@/components/people/require-account";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("texts");
  return { title: t("title") };
}

export default async function EarlierTextsPage({ params }: Props) {
  const { slug } = await params;
  await requireAccount(`/organizations/${slug}/texts`);
  return <EarlierTextsView {...(await readEarlierTexts(slug))} />;
}
