import { getTranslations } from "next-intl/server";
import { loadPack } from "@/components/briefings/pack/load-pack";
import { PackView } from "@/components/briefings/pack/pack-view";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("papers.pack");
  return { title: t("page") };
}

export default async function PackPage({ params, searchParams }: Props) {
  return <PackView facts={await loadPack((await params).slug, await searchParams)} />;
}
