import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { loadTalkingPoint } from "@/components/talking-points/load-talking-point";
import { TalkingPointView } from "@/components/talking-points/talking-point-view";
import type { PageQuery } from "@/components/talking-points/talking-points-query";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

/** Asked for twice, for the title and for the page; compared by what the address says. */
const readOnce = cache((slug: string, query: string) => loadTalkingPoint(slug, JSON.parse(query)));

const read = async ({ params, searchParams }: Props) =>
  readOnce((await params).slug, JSON.stringify(await searchParams));

export async function generateMetadata(props: Props) {
  const t = await getTranslations("talkingPoints.list");
  const [{ point }, locale] = await Promise.all([read(props), getLocale()]);
  return { title: pickLanguage(point.title, locale)?.text ?? t("untitled") };
}

export default async function TalkingPointPage(props: Props) {
  return <TalkingPointView facts={await read(props)} />;
}
