import { getTranslations } from "next-intl/server";
import { loadStudies } from "@/components/studies/load-studies";
import { StudiesView } from "@/components/studies/studies-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("studies");
  return { title: t("title") };
}

export default async function StudiesPage({ searchParams }: Props) {
  return <StudiesView studies={await loadStudies(await searchParams)} />;
}
