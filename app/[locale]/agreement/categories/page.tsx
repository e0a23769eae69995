import { getLocale, getTranslations } from "next-intl/server";
import { readAgreementQuery } from "@/components/agreement/agreement-query";
import { CategoriesView } from "@/components/agreement/categories-view";
import { loadGrid } from "@/components/agreement/load-grid";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("agreement.categories");
  return { title: t("title.page") };
}

export default async function AgreementCategoriesPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  // The categories count everybody and name nobody: one column stands for all.
  return <CategoriesView facts={await loadGrid(readAgreementQuery(query), locale, 1)} />;
}
