import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";

export default async function NotFound() {
  const t = await getTranslations("shell");
  return <EmptyState>{t("notFound")}</EmptyState>;
}
