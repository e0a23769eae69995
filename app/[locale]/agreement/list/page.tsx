import { getLocale, getTranslations } from "next-intl/server";
import { readChoice } from "@/components/agreement/choice";
import { ListView } from "@/components/agreement/list-view";
import { readSheet } from "@/components/agreement/sheet";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("agreement");
  return { title: t("listTitle") };
}

export default async function AgreementListPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  return <ListView facts={await readSheet(readChoice(query), locale)} />;
}
