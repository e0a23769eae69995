import { getTranslations } from "next-intl/server";
import { loadProposing } from "@/components/talking-points/load-writing";
import type { PageQuery } from "@/components/talking-points/talking-points-query";
import { WriteView } from "@/components/talking-points/write-view";

type Props = { searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("talkingPoints.write");
  return { title: t("proposeTitle") };
}

export default async function ProposeTalkingPointPage({ searchParams }: Props) {
  return <WriteView facts={await loadProposing(await searchParams)} />;
}
