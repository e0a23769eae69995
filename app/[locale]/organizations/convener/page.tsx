import { getTranslations } from "next-intl/server";
import { ConvenerView } from "@/components/organizations/convener-view";
import { api } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("organizations.term");
  return { title: t("title") };
}

export default async function ConvenerPage() {
  return <ConvenerView convener={await api.convening.get({})} />;
}
