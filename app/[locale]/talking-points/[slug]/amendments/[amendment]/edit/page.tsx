import { getTranslations } from "next-intl/server";
import { AmendView } from "@/components/talking-points/amend-view";
import { loadAmending } from "@/components/talking-points/load-amendments";

type Props = { params: Promise<{ slug: string; amendment: string }> };

export async function generateMetadata() {
  const t = await getTranslations("amendments.form");
  return { title: t("editTitle") };
}

export default async function EditAmendmentPage({ params }: Props) {
  const { slug, amendment } = await params;
  return <AmendView facts={await loadAmending(slug, {}, amendment)} />;
}
