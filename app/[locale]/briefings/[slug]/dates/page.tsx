import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { DatesView } from "@/components/briefings/dates/dates-view";
import { loadDates } from "@/components/briefings/dates/load-dates";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

type Props = { params: Promise<{ slug: string }> };

const read = cache(async (params: Props["params"]) => loadDates((await params).slug));

export async function generateMetadata({ params }: Props) {
  const [t, { poll }, locale] = await Promise.all([getTranslations("briefingDates"), read(params), getLocale()]);
  return { title: t("titleOf", { title: pickLanguage(poll.title, locale)?.text ?? t("untitled") }) };
}

export default async function DatesPage({ params }: Props) {
  return <DatesView facts={await read(params)} />;
}
