import { getTranslations } from "next-intl/server";
import type { PageQuery } from "@/components/briefings/briefings-query";
import { BriefingsView } from "@/components/briefings/briefings-view";
import { loadBriefings } from "@/components/briefings/load-briefings";

type Props = { searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("briefings.list");
  return { title: t("title") };
}

export default async function BriefingsPage({ searchParams }: Props) {
  return <BriefingsView facts={await loadBriefings(await searchParams)} />;
}
