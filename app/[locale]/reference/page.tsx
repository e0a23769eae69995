import { getTranslations } from "next-intl/server";
import { ApiReference } from "@/components/reference/api-reference";

export async function generateMetadata() {
  const t = await getTranslations("reference.api");
  return { title: t("title") };
}

export default function ApiReferencePage() {
  return <ApiReference />;
}
