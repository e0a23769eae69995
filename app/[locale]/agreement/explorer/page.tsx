import { getLocale, getTranslations } from "next-intl/server";
import { readChoice } from "@/components/agreement/choice";
import { readBundle } from "@/components/agreement/explorer/choice";
import { ExplorerView } from "@/components/agreement/explorer/explorer-view";
import { readSheet } from "@/components/agreement/sheet";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("explorer");
  return { title: t("title") };
}

export default async function AgreementExplorerPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()]);
  // A bundle may reach across themes, so all of them are read; the theme narrows what is offered.
  const { theme, ...everything } = readChoice(query);
  const facts = await readSheet({ ...everything, columns: "name" }, locale, 200);
  return <ExplorerView facts={{ ...facts, choice: { ...facts.choice, theme } }} bundle={readBundle(query)} />;
}
