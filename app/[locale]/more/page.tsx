import { getTranslations } from "next-intl/server";
import { AllPages } from "@/components/reference/all-pages";
import { getViewer } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("reference.more");
  return { title: t("title") };
}

export default async function AllPagesPage() {
  const viewer = await getViewer();
  return <AllPages signedIn={viewer.personId !== null} administrator={viewer.administrator} />;
}
