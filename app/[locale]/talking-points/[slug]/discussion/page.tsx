import { getTranslations } from "next-intl/server";
import { DiscussionView } from "@/components/talking-points/discussion/discussion-view";
import { loadDiscussion } from "@/components/talking-points/discussion/load-discussion";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("discussion");
  return { title: t("title") };
}

export default async function DiscussionPage({ params, searchParams }: Props) {
  return <DiscussionView facts={await loadDiscussion((await params).slug, await searchParams)} />;
}
