import { getTranslations } from "next-intl/server";
import { Documents } from "@/components/library/documents";
import type { Query } from "@/lib/platform/http/query-params";

export async function generateMetadata() {
  const t = await getTranslations("library");
  return { title: t("title") };
}

export default async function DocumentsPage({ searchParams }: { searchParams: Promise<Query> }) {
  return <Documents query={await searchParams} />;
}
