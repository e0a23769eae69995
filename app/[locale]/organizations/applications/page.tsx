import { getTranslations } from "next-intl/server";
import { ApplicationsView } from "@/components/organizations/applications-view";
import { loadApplications } from "@/components/organizations/load-applications";

export async function generateMetadata() {
  const t = await getTranslations("membership.applications");
  return { title: t("title") };
}

export default async function ApplicationsPage() {
  return <ApplicationsView applications={await loadApplications()} />;
}
