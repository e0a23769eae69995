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

type Discussion = { point: Id; organization: Id; author: string; count: number; clauses: number };

/** So many comments at once, spread over the clauses; every fifth of them a reply to the one before. */
export async function buildDiscussion({ point, organization, author, count, clauses }: Discussion) {
  const ids = Array.from({ length: count }, () => randomUUID());
  const by = { organizationId: organization.id, at: new Date() };
  await db.talkingPointComment.createMany({
    data: ids.map((id, n) => ({
      ...{ id, talkingPointId: point.id, version: 1, clauseKey: `clause-${(n % clauses) + 1}`, language: "fr" },
      ...{ ...by, authorId: author, parentId: n % 5 === 4 ? (ids[n - 1] ?? null) : null },
    })),
  });
  await db.talkingPointCommentStep.createMany({
    data: ids.map((commentId) => ({ commentId, number: 1, kind: "said", text: "Dit.", actorId: author, ...by })),
  });
}
