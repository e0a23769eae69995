import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { TalkingPointFacts } from "../load-talking-point";
import { talkingPointHref } from "../talking-point-href";

/** The margin holds what is open, the newest of it; the rest, and what was settled, has a page. */
export function DiscussionLink({ facts: { point, discussion } }: { facts: TalkingPointFacts }) {
  const t = useTranslations("discussion");
  const at = talkingPointHref(point.slug);
  return (
    <p className="no-print flex flex-wrap gap-x-5 gap-y-1 pt-4 text-small">
      <Link href={`${at}/discussion`}>{t("open", { count: discussion.total })}</Link>
      {discussion.nextCursor && (
        <span className="text-ink-2">{t("newestShown", { count: discussion.items.length })}</span>
      )}
      <Link href={`${at}/comment-table`}>{t("table.title")}</Link>
    </p>
  );
}
