import { getLocale, getTranslations } from "next-intl/server";
import { readAgreementQuery } from "@/components/agreement/agreement-query";
import { GridView } from "@/components/agreement/grid-view";
import { loadGrid } from "@/components/agreement/load-grid";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("agreement.grid");
  return { title: t("title") };
}

export default async function AgreementPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  return <GridView facts={await loadGrid(readAgreementQuery(query), locale)} />;
}
