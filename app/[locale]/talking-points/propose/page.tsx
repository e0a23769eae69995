import { getTranslations } from "next-intl/server";
import { loadProposing } from "@/components/talking-points/load-writing";
import { WriteView } from "@/components/talking-points/write-view";

export async function generateMetadata() {
  const t = await getTranslations("talkingPoints.write");
  return { title: t("proposeTitle") };
}

export default async function ProposeTalkingPointPage() {
  return <WriteView facts={await loadProposing()} />;
}
