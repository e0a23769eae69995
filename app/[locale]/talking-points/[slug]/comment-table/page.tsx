import { getTranslations } from "next-intl/server";
import { CommentTableView } from "@/components/talking-points/discussion/comment-table-view";
import { loadCommentTable } from "@/components/talking-points/discussion/load-comment-table";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("discussion.table");
  return { title: t("title") };
}

export default async function CommentTablePage({ params, searchParams }: Props) {
  return <CommentTableView facts={await loadCommentTable((await params).slug, await searchParams)} />;
}
