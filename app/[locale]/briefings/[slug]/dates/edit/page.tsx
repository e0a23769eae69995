import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { DatesDeskView } from "@/components/briefings/dates/desk/dates-desk-view";
import { loadDates } from "@/components/briefings/dates/load-dates";

type Props = { params: Promise<{ slug: string }> };

const read = cache(async (params: Props["params"]) => loadDates((await params).slug));

export async function generateMetadata() {
  const t = await getTranslations("briefingDates.desk");
  return { title: t("title") };
}

export default async function DatesDeskPage({ params }: Props) {
  return <DatesDeskView facts={await read(params)} />;
}
