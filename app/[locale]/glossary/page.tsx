import { getTranslations } from "next-intl/server";
import { Glossary } from "@/components/library/glossary";
import type { Query } from "@/lib/platform/http/query-params";

export async function generateMetadata() {
  const t = await getTranslations("library.glossary");
  return { title: t("title") };
}

export default async function GlossaryPage({ searchParams }: { searchParams: Promise<Query> }) {
  return <Glossary query={await searchParams} />;
}
