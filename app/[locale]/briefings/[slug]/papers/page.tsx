import { getTranslations } from "next-intl/server";
import { loadPapers } from "@/components/briefings/papers/load-papers";
import { PapersView } from "@/components/briefings/papers/papers-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("papers.page");
  return { title: t("title") };
}

export default async function PapersPage({ params }: Props) {
  return <PapersView facts={await loadPapers((await params).slug)} />;
}
