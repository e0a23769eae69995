"use client";

import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { api } from "@/lib/api/client";
import type { Comment, Reply } from "@/lib/talking-points/schema.comments";
import { CommentForm } from "./comment-form";
import { RewordForm } from "./reword-form";
import type { Speaking } from "./speaking";

type ThreadActionsProps = {
  comment: Reply;
  speaking: Speaking;
  /** The remark itself, which is replied to and settled; a reply is neither. */
  thread?: Comment;
};

/** Replies to a remark, settles it, and puts one's own words right. */
export function ThreadActions({ comment, speaking, thread }: ThreadActionsProps) {
  const t = useTranslations("discussion");
  const { editUntil, mayCorrect } = comment.viewer;
  const replies = thread && speaking.organizations.length > 0;
  return (
    <>
      {replies && (
        <ConfirmDetails label={t("reply")}>
          <CommentForm speaking={speaking} target={{ replyTo: comment.id }} />
        </ConfirmDetails>
      )}
      {mayCorrect && (
        <ConfirmDetails label={t(editUntil ? "edit" : "correct")}>
          <RewordForm comment={comment} speaking={speaking} />
        </ConfirmDetails>
      )}
      {thread && <Settle thread={thread} point={speaking.point} />}
    </>
  );
}

function Settle({ thread: { id, state, viewer }, point }: { thread: Comment; point: string }) {
  const t = useTranslations("discussion");
  const [organization] = viewer.maySettle;
  const verb = state === "open" ? "resolve" : "reopen";
  const settle = useAction(
    () => api.talkingPoints.comments[verb].call({ id: point, comment: id, onBehalfOf: organization ?? "" }),
    () => t(`${verb}Done`),
  );
  if (!organization) return null;
  return (
    <div className="no-print">
      <Button small variant="text" className="-ml-2.5" loading={settle.isPending} onClick={() => settle.mutate()}>
        {t(verb)}
      </Button>
      <ActionError error={settle.error} onReread={settle.reset} />
    </div>
  );
}
