import { getTranslations } from "next-intl/server";
import { AmendView } from "@/components/talking-points/amend-view";
import { loadAmending } from "@/components/talking-points/load-amendments";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("amendments.form");
  return { title: t("title") };
}

export default async function AmendPage({ params, searchParams }: Props) {
  return <AmendView facts={await loadAmending((await params).slug, await searchParams)} />;
}
