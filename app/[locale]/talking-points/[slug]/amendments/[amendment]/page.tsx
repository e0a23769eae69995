import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { AmendmentView } from "@/components/talking-points/amendment-view";
import { loadAmendment } from "@/components/talking-points/load-amendments";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

type Props = { params: Promise<{ slug: string; amendment: string }> };

/** Asked for twice, for the title and for the page; compared by what the address says. */
const readOnce = cache(loadAmendment);

const read = async (params: Props["params"]) => {
  const { slug, amendment } = await params;
  return readOnce(slug, amendment);
};

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("amendments.form");
  const [{ amendment }, locale] = await Promise.all([read(params), getLocale()]);
  return { title: pickLanguage(amendment.summary, locale)?.text ?? t("editTitle") };
}

export default async function AmendmentPage({ params }: Props) {
  return <AmendmentView facts={await read(params)} />;
}
