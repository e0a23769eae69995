import { getTranslations } from "next-intl/server";
import { loadFrame } from "@/components/briefings/load-planning";
import { FrameView } from "@/components/briefings/plan-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("briefings.form");
  return { title: t("editTitle") };
}

export default async function EditBriefingPage({ params }: Props) {
  return <FrameView facts={await loadFrame((await params).slug)} />;
}
