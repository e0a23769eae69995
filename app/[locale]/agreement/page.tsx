import { getLocale, getTranslations } from "next-intl/server";
import { readChoice } from "@/components/agreement/choice";
import { GridView } from "@/components/agreement/grid-view";
import { readSheet } from "@/components/agreement/sheet";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("agreement");
  return { title: t("title") };
}

export default async function AgreementPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  return <GridView facts={await readSheet(readChoice(query), locale)} />;
}
