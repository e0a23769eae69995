import { getTranslations } from "next-intl/server";
import { Privacy } from "@/components/reference/privacy";

export async function generateMetadata() {
  const t = await getTranslations("reference.privacy");
  return { title: t("title") };
}

export default function PrivacyPage() {
  return <Privacy />;
}
