import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { ListFile } from "@/components/ui/csv-link";
import { EmptyState } from "@/components/ui/empty-state";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Segmented } from "@/components/ui/segmented";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Comment } from "@/lib/talking-points/schema.comments";
import { here, talkingPointHref } from "../talking-point-href";
import { CommentForm } from "./comment-form";
import type { DiscussionFacts } from "./load-discussion";
import { speakingOf } from "./speaking";
import { Thread } from "./thread";

/** Everything that was said of a point, the newest first: of its words in every version, and of its amendments. */
export function DiscussionView({ facts }: { facts: DiscussionFacts }) {
  const t = useTranslations("discussion");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const { point, discussion, choice } = facts;
  const speaking = speakingOf(facts, locale);
  const at = `${talkingPointHref(point.slug)}/discussion`;
  const hrefOf = (state: string | undefined, cursor?: string | null) => {
    const query = new URLSearchParams({ ...(state && { state }), ...(cursor && { cursor }) });
    return query.size > 0 ? `${at}?${query}` : at;
  };
  const states = [undefined, "open", "resolved"] as const;
  return (
    <ProvideMessages of={["discussion.*"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: pickLanguage(point.title, locale)?.text ?? list("untitled"), href: talkingPointHref(point.slug) },
        ]}
      />
      <PageHead title={t("title")} over={<InOneLanguage text={point.title} />}>
        {t("lede")}
      </PageHead>
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 pb-3 text-small">
        <Segmented
          label={t("which")}
          segments={states.map((state) => ({
            ...{ href: hrefOf(state), label: t(`states.${state ?? "all"}`), current: choice.state === state },
          }))}
        />
        <span className="text-ink-2">{t("found", { count: discussion.total })}</span>
        {discussion.total > 0 && (
          <ListFile list={`talking-points/${point.slug}/comments`} choices={{ state: choice.state }} />
        )}
      </div>
      {speaking.organizations.length > 0 && (
        <ConfirmDetails label={t("commentWhole")}>
          <CommentForm speaking={speaking} target={{ version: point.number }} />
        </ConfirmDetails>
      )}
      {discussion.items.length > 0 ? (
        <ol className="mt-4 border-t-[1.5px] border-ink">
          {discussion.items.map((comment) => (
            <li key={comment.id} className="note grid max-w-[720px] gap-1 border-b border-rule py-4">
              <p className="note-head">
                <TargetLine comment={comment} />
              </p>
              <Thread comment={comment} speaking={speaking} placed={!comment.amendment} />
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState>{t(choice.state ? "emptyFiltered" : "empty")}</EmptyState>
      )}
      <Pagination
        nextHref={discussion.nextCursor ? hrefOf(choice.state, discussion.nextCursor) : null}
        firstHref={choice.cursor ? hrefOf(choice.state) : null}
        size={discussion.items.length}
      />
    </ProvideMessages>
  );
}

/** What a remark is about, in words. */
function TargetLine({ comment: { clause, amendment, version } }: { comment: Comment }) {
  const t = useTranslations("discussion");
  if (amendment) return t("onAmendment", { number: amendment.number });
  return clause ? t("onClause", { number: clause.number, version }) : t("onText", { version });
}
