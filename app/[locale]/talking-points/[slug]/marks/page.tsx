import { getTranslations } from "next-intl/server";
import { loadMarks } from "@/components/talking-points/load-marks";
import { MarksView } from "@/components/talking-points/marks-view";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("talkingPoints.marks");
  return { title: t("title") };
}

export default async function ClauseMarksPage({ params, searchParams }: Props) {
  return <MarksView facts={await loadMarks((await params).slug, await searchParams)} />;
}
