import { getTranslations } from "next-intl/server";
import { Agenda } from "@/components/report/agenda";
import type { Query } from "@/lib/platform/http/query-params";

export async function generateMetadata() {
  const t = await getTranslations("report.agenda");
  return { title: t("title") };
}

export default async function RecommendationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  return <Agenda query={await searchParams} />;
}
