import { getTranslations } from "next-intl/server";
import { loadVersion } from "@/components/talking-points/load-talking-point";
import { VersionView } from "@/components/talking-points/version-view";

type Props = { params: Promise<{ slug: string; number: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("talkingPoints.compare");
  return { title: t("version", { number: Number((await params).number) || 1 }) };
}

export default async function VersionPage({ params }: Props) {
  const { slug, number } = await params;
  return <VersionView facts={await loadVersion(slug, number)} />;
}
