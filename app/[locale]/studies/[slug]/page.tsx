import { getLocale } from "next-intl/server";
import { cache } from "react";
import { loadStudy } from "@/components/studies/load-studies";
import { titleIn } from "@/components/studies/localized-text";
import { StudyView } from "@/components/studies/study-view";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const readPage = cache(async (props: Props) => {
  const [{ slug }, query] = await Promise.all([props.params, props.searchParams]);
  return loadStudy(slug, query);
});

export async function generateMetadata(props: Props) {
  const [{ study }, locale] = await Promise.all([readPage(props), getLocale()]);
  return { title: titleIn(study.title, locale) };
}

export default async function StudyPage(props: Props) {
  return <StudyView facts={await readPage(props)} />;
}
