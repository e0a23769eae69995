import { getTranslations } from "next-intl/server";
import { Dilemmas } from "@/components/report/dilemmas";
import type { Query } from "@/lib/platform/http/query-params";

export async function generateMetadata() {
  const t = await getTranslations("propositions.dilemmas");
  return { title: t("title") };
}

export default async function DilemmasPage({ searchParams }: { searchParams: Promise<Query> }) {
  return <Dilemmas query={await searchParams} />;
}
