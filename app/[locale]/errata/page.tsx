import { getTranslations } from "next-intl/server";
import { Errata } from "@/components/report/errata";
import type { Query } from "@/lib/platform/http/query-params";

export async function generateMetadata() {
  const t = await getTranslations("report.errata");
  return { title: t("title") };
}

export default async function ErrataPage({ searchParams }: { searchParams: Promise<Query> }) {
  return <Errata query={await searchParams} />;
}
