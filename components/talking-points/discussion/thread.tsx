import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Stamp } from "@/components/ui/stamp";
import type { Comment } from "@/lib/talking-points/schema.comments";
import { CommentText } from "./comment-text";
import type { Speaking } from "./speaking";
import { ThreadActions } from "./thread-actions";

type ThreadProps = {
  comment: Comment;
  /** For whom the reader speaks; null where nothing can be said here. */
  speaking: Speaking | null;
  marked?: boolean;
  /** The version it is about is named above it. */
  placed?: boolean;
};

/** A remark with its replies, and what the reader can do with it. */
export function Thread({ comment, speaking, marked = false, placed = false }: ThreadProps) {
  const t = useTranslations("discussion");
  const locale = useLocale();
  const { version, inPlace, state, settled, replies } = comment;
  return (
    <>
      {!inPlace && !placed && <p className="text-ink-2">{t("onVersion", { version })}</p>}
      <CommentText comment={comment} marked={marked} />
      {state === "resolved" && settled && (
        <p>
          <Stamp>{t("resolved")}</Stamp>{" "}
          <span className="text-ink-2">
            {t("resolvedBy", { organization: settled.by.name[locale], day: longDay(new Date(settled.at), locale) })}
          </span>
        </p>
      )}
      {replies.length > 0 && (
        <ul className="grid gap-2.5 border-l border-rule pl-3" aria-label={t("replies")}>
          {replies.map((reply) => (
            <li key={reply.id} className="grid gap-1">
              <CommentText comment={reply} />
              {speaking && <ThreadActions comment={reply} speaking={speaking} />}
            </li>
          ))}
        </ul>
      )}
      {speaking && <ThreadActions comment={comment} speaking={speaking} thread={comment} />}
    </>
  );
}
