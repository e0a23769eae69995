import { getTranslations } from "next-intl/server";
import { CompareView } from "@/components/talking-points/compare-view";
import { loadComparison } from "@/components/talking-points/load-talking-point";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("talkingPoints.compare");
  return { title: t("choose") };
}

export default async function CompareVersionsPage({ params, searchParams }: Props) {
  return <CompareView facts={await loadComparison((await params).slug, await searchParams)} />;
}
