import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { loadTalkingPoint } from "@/components/talking-points/load-talking-point";
import { TalkingPointView } from "@/components/talking-points/talking-point-view";
import type { PageQuery } from "@/components/talking-points/talking-points-query";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

const read = cache(async (params: Props["params"], searchParams: Props["searchParams"]) =>
  loadTalkingPoint((await params).slug, await searchParams),
);

export async function generateMetadata({ params, searchParams }: Props) {
  const t = await getTranslations("talkingPoints.list");
  const [{ point }, locale] = await Promise.all([read(params, searchParams), getLocale()]);
  return { title: pickLanguage(point.title, locale)?.text ?? t("untitled") };
}

export default async function TalkingPointPage({ params, searchParams }: Props) {
  return <TalkingPointView facts={await read(params, searchParams)} />;
}
