import { getTranslations } from "next-intl/server";
import { loadEditing } from "@/components/talking-points/load-writing";
import { WriteView } from "@/components/talking-points/write-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("talkingPoints.page");
  return { title: t("edit") };
}

export default async function EditTalkingPointPage({ params }: Props) {
  return <WriteView facts={await loadEditing((await params).slug)} />;
}
