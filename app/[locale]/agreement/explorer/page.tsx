import { getLocale, getTranslations } from "next-intl/server";
import { readChoice } from "@/components/agreement/choice";
import { readBundle } from "@/components/agreement/explorer/choice";
import { ExplorerView } from "@/components/agreement/explorer/explorer-view";
import { readExplorerFacts } from "@/components/agreement/explorer/read-facts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("explorer");
  return { title: t("title") };
}

export default async function AgreementExplorerPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  return <ExplorerView facts={await readExplorerFacts(readChoice(query), locale)} bundle={readBundle(query)} />;
}
