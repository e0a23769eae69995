import { getTranslations } from "next-intl/server";
import { Accessibility } from "@/components/reference/accessibility";

export async function generateMetadata() {
  const t = await getTranslations("reference.accessibility");
  return { title: t("title") };
}

export default function AccessibilityPage() {
  return <Accessibility />;
}
