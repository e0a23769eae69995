import { getLocale, getTranslations } from "next-intl/server";
import { readAgreementQuery } from "@/components/agreement/agreement-query";
import { loadGrid } from "@/components/agreement/load-grid";
import { TableView } from "@/components/agreement/table-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("agreement.grid");
  return { title: t("tableTitle") };
}

export default async function AgreementTablePage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  return <TableView facts={await loadGrid(readAgreementQuery(query), locale)} />;
}
