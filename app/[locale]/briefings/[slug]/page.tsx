import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { BriefingView } from "@/components/briefings/briefing-view";
import { loadBriefing } from "@/components/briefings/load-briefing";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

type Props = { params: Promise<{ slug: string }> };

const read = cache(loadBriefing);

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("briefings.list");
  const [{ briefing }, locale] = await Promise.all([read((await params).slug), getLocale()]);
  return { title: pickLanguage(briefing.title, locale)?.text ?? t("untitled") };
}

export default async function BriefingPage({ params }: Props) {
  return <BriefingView facts={await read((await params).slug)} />;
}
