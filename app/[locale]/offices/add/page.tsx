import { getTranslations } from "next-intl/server";
import { AddOfficeView } from "@/components/offices/add-office-view";
import { loadAdding } from "@/components/offices/load-offices";

export async function generateMetadata() {
  const t = await getTranslations("offices.form");
  return { title: t("addTitle") };
}

export default async function AddOfficePage() {
  return <AddOfficeView facts={await loadAdding()} />;
}
