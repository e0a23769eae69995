import { getTranslations } from "next-intl/server";
import { loadSpeakingNotes } from "@/components/talking-points/load-speaking-notes";
import { SpeakingNotesView } from "@/components/talking-points/speaking-notes-view";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("talkingPoints.notesPage");
  return { title: t("title") };
}

export default async function SpeakingNotesPage({ params, searchParams }: Props) {
  return <SpeakingNotesView facts={await loadSpeakingNotes((await params).slug, await searchParams)} />;
}
