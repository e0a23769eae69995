import { getLocale, getTranslations } from "next-intl/server";
import { readAgreementQuery } from "@/components/agreement/agreement-query";
import { readDifferencesQuery } from "@/components/agreement/differences/differences-query";
import { DifferencesView } from "@/components/agreement/differences/differences-view";
import { loadComparison } from "@/components/agreement/differences/load-comparison";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("agreement.differences");
  return { title: t("pageTitle") };
}

export default async function AgreementDifferencesPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  return (
    <DifferencesView facts={await loadComparison(readAgreementQuery(query), readDifferencesQuery(query), locale)} />
  );
}
