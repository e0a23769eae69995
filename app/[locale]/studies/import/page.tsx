import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { ImportView } from "@/components/studies/import-view";
import { loadStudies } from "@/components/studies/load-studies";

export async function generateMetadata() {
  const t = await getTranslations("studies.import");
  return { title: t("title") };
}

export default async function StudyImportPage() {
  await requireAccount();
  const { viewer } = await loadStudies({});
  return <ImportView mayImport={viewer.mayImport} />;
}
