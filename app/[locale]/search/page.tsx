import { getTranslations } from "next-intl/server";
import { SearchResults } from "@/components/search/search-results";
import type { Query } from "@/lib/platform/http/query-params";

export async function generateMetadata() {
  const t = await getTranslations("search");
  return { title: t("title") };
}

export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  return <SearchResults query={await searchParams} />;
}
