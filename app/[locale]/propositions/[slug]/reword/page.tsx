import { getTranslations } from "next-intl/server";
import { loadRewording } from "@/components/proposals/load-proposals";
import { RewordView } from "@/components/proposals/reword-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("proposals.reword");
  return { title: t("title") };
}

export default async function RewordPage({ params }: Props) {
  const { slug } = await params;
  return <RewordView facts={await loadRewording(slug)} />;
}
