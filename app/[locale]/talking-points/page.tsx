import { getTranslations } from "next-intl/server";
import { loadTalkingPoints } from "@/components/talking-points/load-talking-points";
import type { PageQuery } from "@/components/talking-points/talking-points-query";
import { TalkingPointsView } from "@/components/talking-points/talking-points-view";

type Props = { searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("talkingPoints.list");
  return { title: t("title") };
}

export default async function TalkingPointsPage({ searchParams }: Props) {
  return <TalkingPointsView facts={await loadTalkingPoints(await searchParams)} />;
}
