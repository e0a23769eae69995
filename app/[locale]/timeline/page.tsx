import { getTranslations } from "next-intl/server";
import { Timeline } from "@/components/report/timeline";
import type { Query } from "@/lib/platform/http/query-params";

export async function generateMetadata() {
  const t = await getTranslations("report.timeline");
  return { title: t("title") };
}

export default async function TimelinePage({ searchParams }: { searchParams: Promise<Query> }) {
  return <Timeline query={await searchParams} />;
}
