import { getTranslations } from "next-intl/server";
import { Actors } from "@/components/report/actors";
import type { Query } from "@/lib/platform/http/query-params";

export async function generateMetadata() {
  const t = await getTranslations("report.actors");
  return { title: t("title") };
}

export default async function ActorsPage({ searchParams }: { searchParams: Promise<Query> }) {
  return <Actors query={await searchParams} />;
}
