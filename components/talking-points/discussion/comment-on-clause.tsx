import { useTranslations } from "next-intl";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import type { Clause } from "@/lib/talking-points/schema.text";
import { CommentForm } from "./comment-form";
import type { Speaking } from "./speaking";

type CommentOnClauseProps = { speaking: Speaking | null; version: number; clause: Pick<Clause, "key" | "number"> };

/** A remark on a clause, from its margin. */
export function CommentOnClause({ speaking, version, clause }: CommentOnClauseProps) {
  const t = useTranslations("discussion");
  if (!speaking || speaking.organizations.length === 0) return null;
  return (
    <ConfirmDetails label={t("commentOn", { number: clause.number })}>
      <CommentForm speaking={speaking} target={{ version, clause: clause.key }} />
    </ConfirmDetails>
  );
}
