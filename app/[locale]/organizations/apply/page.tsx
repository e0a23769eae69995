import { getTranslations } from "next-intl/server";
import { ApplyView } from "@/components/organizations/apply-view";

export async function generateMetadata() {
  const t = await getTranslations("membership.apply");
  return { title: t("title") };
}

export default function ApplyPage() {
  return <ApplyView />;
}
