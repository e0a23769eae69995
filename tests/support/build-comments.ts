import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db/client";

type Id = { id: string };
type CommentOptions = {
  point: Id;
  organization: Id;
  author?: string;
  version?: number;
  clause?: string | null;
  quote?: string | null;
  language?: "en" | "fr";
  replyTo?: string | null;
  minutesAgo?: number;
  /** What it said at first, and whether it was changed, corrected, resolved or opened again since. */
  steps?: { kind: "said" | "edited" | "corrected" | "resolved" | "reopened"; text: string | null }[];
};

/** A comment as if it had been made before. Returns its id. */
export async function buildComment({ point, organization, author = randomUUID(), ...options }: CommentOptions) {
  const { version = 1, clause = "clause-1", quote = null, language = "en", replyTo = null } = options;
  const { steps = [{ kind: "said", text: "In our hall this reads otherwise." }], minutesAgo = 60 } = options;
  const [id, at] = [randomUUID(), new Date(Date.now() - minutesAgo * 60_000)];
  const by = { organizationId: organization.id, at };
  await db.talkingPointComment.create({
    data: {
      ...{ id, talkingPointId: point.id, version, clauseKey: clause, quote, language, parentId: replyTo },
      ...{ ...by, authorId: author },
    },
  });
  await db.talkingPointCommentStep.createMany({
    data: steps.map((step, index) => ({ commentId: id, number: index + 1, actorId: author, ...by, ...step })),
  });
  return id;
}
