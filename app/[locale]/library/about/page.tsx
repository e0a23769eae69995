import { getTranslations } from "next-intl/server";
import { AboutSource } from "@/components/report/about-source";

export async function generateMetadata() {
  const t = await getTranslations("report.about");
  return { title: t("title") };
}

export default function AboutSourcePage() {
  return <AboutSource />;
}
