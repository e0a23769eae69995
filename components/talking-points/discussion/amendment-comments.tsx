import { useTranslations } from "next-intl";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import type { Comment } from "@/lib/talking-points/schema.comments";
import { CommentForm } from "./comment-form";
import type { Speaking } from "./speaking";
import { Thread } from "./thread";

type AmendmentCommentsProps = {
  amendment: { id: string; version: number };
  comments: readonly Comment[];
  speaking: Speaking | null;
};

/** What is said of an amendment, the first remark first. */
export function AmendmentComments({ amendment, comments, speaking }: AmendmentCommentsProps) {
  const t = useTranslations("discussion");
  return (
    <div className="grid gap-3 pt-3">
      {comments.length > 0 && (
        <ul className="grid gap-3" aria-label={t("title")}>
          {comments.toReversed().map((comment) => (
            <li key={comment.id} className="note grid gap-1">
              <Thread comment={comment} speaking={speaking} />
            </li>
          ))}
        </ul>
      )}
      {speaking && speaking.organizations.length > 0 && (
        <ConfirmDetails label={t("commentAmendment")}>
          <CommentForm speaking={speaking} target={{ version: amendment.version, amendment: amendment.id }} />
        </ConfirmDetails>
      )}
    </div>
  );
}
