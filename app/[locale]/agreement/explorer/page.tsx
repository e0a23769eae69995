import { getLocale, getTranslations } from "next-intl/server";
import { readAgreementQuery } from "@/components/agreement/agreement-query";
import { readBundle } from "@/components/agreement/explorer/bundle-query";
import { ExplorerView } from "@/components/agreement/explorer/explorer-view";
import { loadExplorer } from "@/components/agreement/explorer/load-explorer";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("agreement.explorer");
  return { title: t("title") };
}

export default async function AgreementExplorerPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  return <ExplorerView facts={await loadExplorer(readAgreementQuery(query), locale)} bundle={readBundle(query)} />;
}
