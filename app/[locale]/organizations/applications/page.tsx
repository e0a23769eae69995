import { getTranslations } from "next-intl/server";
import { ApplicationsView } from "@/components/organizations/applications-view";
import { readApplications } from "@/components/organizations/convener-facts";

export async function generateMetadata() {
  const t = await getTranslations("admission.list");
  return { title: t("title") };
}

export default async function ApplicationsPage() {
  return <ApplicationsView applications={await readApplications()} />;
}
