import { getLocale, getTranslations } from "next-intl/server";
import { readChoice } from "@/components/agreement/choice";
import { ListsView } from "@/components/agreement/lists-view";
import { readSheet } from "@/components/agreement/sheet";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("lists");
  return { title: t("title.page") };
}

export default async function AgreementListsPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  // The lists count everybody and name nobody: one column stands for all.
  return <ListsView facts={await readSheet(readChoice(query), locale, 1)} />;
}
