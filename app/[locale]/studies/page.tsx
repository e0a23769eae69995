import { getTranslations } from "next-intl/server";
import { readStudies } from "@/components/studies/studies";
import { StudiesView } from "@/components/studies/studies-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("studies");
  return { title: t("title") };
}

export default async function StudiesPage({ searchParams }: Props) {
  return <StudiesView studies={await readStudies(await searchParams)} />;
}
