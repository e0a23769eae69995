import { getTranslations } from "next-intl/server";
import type { PageQuery } from "@/components/briefings/briefings-query";
import { loadPlanning } from "@/components/briefings/load-planning";
import { PlanView } from "@/components/briefings/plan-view";

type Props = { searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("briefings.form");
  return { title: t("planTitle") };
}

export default async function PlanBriefingPage({ searchParams }: Props) {
  return <PlanView facts={await loadPlanning(await searchParams)} />;
}
