import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/people/require-account";
import { ImportView } from "@/components/studies/import-view";
import { readStudies } from "@/components/studies/studies";

export async function generateMetadata() {
  const t = await getTranslations("studies.import");
  return { title: t("title") };
}

export default async function StudyImportPage() {
  await requireAccount("/studies/import");
  const { viewer } = await readStudies({});
  return <ImportView mayImport={viewer.mayImport} />;
}
