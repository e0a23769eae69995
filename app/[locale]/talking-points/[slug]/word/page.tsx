import { getTranslations } from "next-intl/server";
import { loadWord } from "@/components/talking-points/load-word";
import { WordView } from "@/components/talking-points/word-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("word.page");
  return { title: t("title") };
}

export default async function WordPage({ params }: Props) {
  return <WordView facts={await loadWord((await params).slug)} />;
}
