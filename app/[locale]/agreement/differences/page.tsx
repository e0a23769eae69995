import { getLocale, getTranslations } from "next-intl/server";
import { readChoice } from "@/components/agreement/choice";
import { readCouple } from "@/components/agreement/differences/choice";
import { DifferencesView } from "@/components/agreement/differences/differences-view";
import { readComparison } from "@/components/agreement/differences/facts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("differences");
  return { title: t("pageTitle") };
}

export default async function AgreementDifferencesPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  return <DifferencesView facts={await readComparison(readChoice(query), readCouple(query), locale)} />;
}
