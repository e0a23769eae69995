import { getTranslations } from "next-intl/server";
import { BriefingsTabs } from "@/components/briefings/briefings-tabs";
import { LibraryNav } from "@/components/library/library-nav";
import { Agenda } from "@/components/report/agenda";
import { getViewer } from "@/lib/api/server";
import type { Query } from "@/lib/platform/http/query-params";

export async function generateMetadata() {
  const t = await getTranslations("report.agenda");
  return { title: t("title") };
}

export default async function RecommendationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { personId } = await getViewer();
  const nav = personId === null ? <LibraryNav current="agenda" /> : <BriefingsTabs current="recommendations" />;
  return <Agenda query={await searchParams} nav={nav} />;
}
