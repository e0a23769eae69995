import { getTalkingPoint } from "@/lib/talking-points/read.detail";
import { commentInput } from "@/lib/talking-points/schema.comments";
import { postComment } from "@/lib/talking-points/write.comments";
import type { Viewer } from "@/lib/viewer/schema";

type CommentOptions = Partial<
  Record<"clause" | "quote" | "text" | "language" | "replyTo" | "kind" | "amendment", string>
> & {
  version?: number;
};

/** Says something for an organization of the first clause, in English unless told otherwise. Returns the comment's id. */
export async function commentAs(viewer: Viewer, id: string, { slug }: { slug: string }, said: CommentOptions = {}) {
  const reply = said.replyTo !== undefined;
  const point = reply ? null : await getTalkingPoint(viewer, id);
  const place = point && { version: point.number, clause: point.text.clauses[0]?.key };
  const input = { id, onBehalfOf: slug, language: "en", text: "In our hall this reads otherwise.", ...place, ...said };
  return postComment(viewer, commentInput.parse(input));
}
