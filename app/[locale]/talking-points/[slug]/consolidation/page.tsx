import { getTranslations } from "next-intl/server";
import { ConsolidationView } from "@/components/talking-points/consolidation-view";
import { loadConsolidation } from "@/components/talking-points/load-amendments";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("amendments.desk");
  return { title: t("step") };
}

export default async function ConsolidationPage({ params, searchParams }: Props) {
  return <ConsolidationView facts={await loadConsolidation((await params).slug, await searchParams)} />;
}
