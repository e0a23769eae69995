import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayWrite, readableFrom } from "./policy";
import { commentsReadableBy, maySettle } from "./policy.comments";
import { correctionObstacle, editObstacle, findQuoted, isResolved } from "./rules.comments";
import type { CommentInput, RewordingInput, SettlingInput } from "./schema.comments";
import { actorColumns, findActing, lockPoint, type PointContext, refuse } from "./write.context";

/** Says something of the words of a version, of an amendment, or to a remark that stands there. Returns its id. */
export async function postComment(viewer: Viewer, input: CommentInput): Promise<string> {
  return transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    if (!mayWrite(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notDrafter");
    if (point.status === "retired") throw new Refusal("CONFLICT", "pointRetired");
    const target = await findTarget(tx, viewer, point, input);
    const { actorId, byToken } = await actorColumns(tx, viewer);
    const [id, at] = [randomUUID(), await readClock(tx)];
    const quote = input.quote ? await findQuote(tx, point.id, target, input) : null;
    const { language, kind, text } = input;
    await tx.talkingPointComment.create({
      data: {
        ...{ id, talkingPointId: point.id, ...target, parentId: input.replyTo ?? null, language, quote, kind },
        ...{ organizationId, authorId: actorId, at },
      },
    });
    const step = { number: 1, kind: "said" as const, text, organizationId, actorId, byToken, at };
    await tx.talkingPointCommentStep.create({ data: { commentId: id, ...step } });
    const facts = { organization: organizationId, comment: id, version: target.version };
    const named = input.replyTo ? ("comment.replied" as const) : ("comment.said" as const);
    await record(tx, named, viewer, `talkingPoint/${point.id}`, facts);
    return id;
  });
}

type Target = { version: number; clauseKey: string | null; amendmentId: string | null };

/** Where a remark stands. A reply stands with what it answers, and is not replied to itself. */
async function findTarget(tx: Tx, viewer: Viewer, point: PointContext, input: CommentInput): Promise<Target> {
  if (input.replyTo !== undefined) {
    const { parentId, ...target } = await findComment(tx, viewer, point, input.replyTo);
    if (parentId !== null) throw new Refusal("CONFLICT", "repliesOneLevel");
    return { version: target.version, clauseKey: target.clauseKey, amendmentId: target.amendmentId };
  }
  const version = input.version ?? point.currentVersion;
  const target = { version, clauseKey: input.clause ?? null, amendmentId: null };
  if (version < readableFrom(viewer, point)) throw new Refusal("NOT_FOUND", "noSuchVersion");
  const written = await tx.talkingPointVersion.findUnique({
    where: { talkingPointId_number: { talkingPointId: point.id, number: version } },
    select: { clauses: { where: { key: input.clause ?? "" }, select: { key: true } } },
  });
  if (!written) throw new Refusal("NOT_FOUND", "noSuchVersion");
  if (input.clause && written.clauses.length === 0) throw new Refusal("NOT_FOUND", "noSuchClause");
  if (input.amendment === undefined) return target;
  // A draft is its own organization's, and nobody discusses it yet.
  const amendment = await tx.amendment.findFirst({
    where: { id: input.amendment, talkingPointId: point.id, version, state: { not: "draft" } },
    select: { id: true, clauseKey: true },
  });
  if (!amendment) throw new Refusal("NOT_FOUND", "noSuchAmendment");
  return { ...target, clauseKey: target.clauseKey ?? amendment.clauseKey, amendmentId: amendment.id };
}

/** The quoted words as they stand in that clause, in the remark's own language. */
async function findQuote(tx: Tx, talkingPointId: string, { version, clauseKey }: Target, input: CommentInput) {
  const clause =
    clauseKey === null
      ? null
      : await tx.talkingPointClause.findUnique({
          where: { talkingPointId_version_key: { talkingPointId, version, key: clauseKey } },
          select: { en: true, fr: true, questionEn: true, questionFr: true },
        });
  const texts = input.language === "en" ? [clause?.en, clause?.questionEn] : [clause?.fr, clause?.questionFr];
  const found = findQuoted(
    texts.map((it) => it ?? null),
    input.quote ?? "",
  );
  if (found === null) throw new BadField("quote", "notInText");
  return found;
}

async function findComment(tx: Tx, viewer: Viewer, point: PointContext, id: string) {
  const found = await tx.talkingPointComment.findFirst({
    where: { AND: [commentsReadableBy(viewer, point), { id, talkingPointId: point.id }] },
    select: {
      ...{ id: true, version: true, clauseKey: true, amendmentId: true, parentId: true },
      ...{ organizationId: true, authorId: true, at: true },
      steps: { orderBy: { number: "asc" }, select: { kind: true, text: true, at: true } },
    },
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchComment");
  return found;
}

/** Whoever wrote a comment changes its words within a quarter of an hour; what stood there before is shown to nobody. */
export const editComment = (viewer: Viewer, input: RewordingInput) => reword(viewer, input, "edited");

/** Later they say it otherwise: both are shown. */
export const correctComment = (viewer: Viewer, input: RewordingInput) => reword(viewer, input, "corrected");

const rewordedAs = { edited: "comment.edited", corrected: "comment.corrected" } as const;

async function reword(viewer: Viewer, { id, comment: commentId, text }: RewordingInput, kind: "edited" | "corrected") {
  await transact(async (tx) => {
    // One after the other: each step is judged by those before it.
    const point = await lockPoint(tx, viewer, id, "UPDATE");
    const { steps, organizationId, authorId, at: saidAt } = await findComment(tx, viewer, point, commentId);
    if (authorId !== viewer.personId) throw new Refusal("FORBIDDEN", "notYourComment");
    if (!mayWrite(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notDrafter");
    const now = await readClock(tx);
    refuse(kind === "edited" ? editObstacle({ steps, saidAt, now, text }) : correctionObstacle({ steps, text }));
    const actor = await actorColumns(tx, viewer);
    const step = { commentId, number: steps.length + 1, kind, text, organizationId, ...actor, at: now };
    await tx.talkingPointCommentStep.create({ data: step });
    const facts = { organization: organizationId, comment: commentId };
    await record(tx, rewordedAs[kind], viewer, `talkingPoint/${point.id}`, facts);
  });
}

/** A remark that is dealt with, by whoever holds the pen or by its own organization. */
export const resolveComment = (viewer: Viewer, input: SettlingInput) => settle(viewer, input, "resolved");

export const reopenComment = (viewer: Viewer, input: SettlingInput) => settle(viewer, input, "reopened");

const settledAs = { resolved: "comment.resolved", reopened: "comment.reopened" } as const;

async function settle(viewer: Viewer, input: SettlingInput, kind: "resolved" | "reopened") {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    const found = await findComment(tx, viewer, point, input.comment);
    if (!maySettle(viewer, { ...point, organizationId, saidById: found.organizationId }))
      throw new Refusal("FORBIDDEN", "notYoursToSettle");
    if (found.parentId !== null) throw new Refusal("CONFLICT", "settleTheThread");
    if (isResolved(found.steps) === (kind === "resolved")) throw new Refusal("CONFLICT", "settledAlready");
    const at = await readClock(tx);
    const actor = await actorColumns(tx, viewer);
    const step = { commentId: found.id, number: found.steps.length + 1, kind, organizationId, ...actor, at };
    await tx.talkingPointCommentStep.create({ data: step });
    const facts = { organization: organizationId, comment: found.id };
    await record(tx, settledAs[kind], viewer, `talkingPoint/${point.id}`, facts);
  });
}
