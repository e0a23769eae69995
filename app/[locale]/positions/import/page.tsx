import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { ImportView } from "@/components/positions/import-view";
import { loadImports } from "@/components/positions/load-imports";

type Props = { searchParams: Promise<{ organization?: string | string[] }> };

export async function generateMetadata() {
  const t = await getTranslations("positions.import");
  return { title: t("title") };
}

export default async function ImportPage({ searchParams }: Props) {
  await requireAccount();
  const { organization } = await searchParams;
  return <ImportView facts={await loadImports(typeof organization === "string" ? organization : undefined)} />;
}
