import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayAmend } from "./policy";
import { recognizeKept } from "./read.marked-kept";
import { findJudging, readMarkedFile } from "./read.marked-text";
import { amendingObstacle } from "./rules.handling";
import { digestRows, type Judged, judgeMarkedText } from "./rules.marked-rows";
import { draftAmendment } from "./schema.amendments";
import type { MarkedText, MarkedTextInput } from "./schema.word";
import { createDraftAmendments } from "./write.amendments";
import { actorColumns, findActing, lockPoint, type PointContext, refuse } from "./write.context";

/** Who marks up a text for an organization amends it. */
async function findMarking(tx: Tx, viewer: Viewer, input: MarkedTextInput, mode: "SHARE" | "UPDATE") {
  const point = await lockPoint(tx, viewer, input.params.id, mode);
  const { id: organizationId } = await findActing(tx, viewer, input.body.onBehalfOf);
  if (!mayAmend(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notDrafter");
  refuse(amendingObstacle(point.status));
  return { point, organizationId };
}

/**
 * Reads a text that came back marked: what each change and remark would become; or, named by the digest of that preview, the
 * drafts and the comments themselves. Of the file nothing else is kept: no author, no initials, no hour.
 */
export async function readMarkedUp(viewer: Viewer, input: MarkedTextInput): Promise<MarkedText> {
  const { file, onBehalfOf, digest, leaveOut } = input.body;
  const applies = input.query.preview === "false";
  // Before a byte of it is read: whoever may not is not given the work of a thread.
  const { organizationId } = await transact((tx) => findMarking(tx, viewer, input, "SHARE"));
  const docx = await readMarkedFile(file, organizationId);
  return transact(async (tx) => {
    const { point } = await findMarking(tx, viewer, input, applies ? "UPDATE" : "SHARE");
    const judging = await findJudging(tx, viewer, point, docx);
    const { rows, returned, known } = judgeMarkedText(docx, judging);
    if (!known) throw new Refusal("CONFLICT", "nothingRecognized");
    const computed = digestRows(onBehalfOf, judging.current, rows);
    // The digest is of what the file says: sent again, the same file is the same preview, whatever was stored of it meanwhile.
    const kept = await recognizeKept(tx, { rows, language: judging.language, point, organizationId });
    const answer = {
      ...{ version: judging.of.number, current: judging.current.number, language: judging.language },
      ...{ digest: computed, rows: kept.map(({ draft: _, said: __, ...row }) => row), returned },
    };
    if (!applies) return { ...answer, applied: null };
    if (!digest) throw new Refusal("PRECONDITION_REQUIRED", "previewFirst");
    if (computed !== digest) throw new Refusal("PRECONDITION_FAILED", "markedChanged");
    const left = new Set((leaveOut ?? "").split(",").filter(Boolean).map(Number));
    const taken = kept.filter(({ row }) => !left.has(row));
    const applied = await store(tx, viewer, { point, organizationId, rows: taken, language: judging.language });
    return { ...answer, applied };
  });
}

type Taken = { point: PointContext; organizationId: string; rows: readonly Judged[]; language: "en" | "fr" };

async function store(tx: Tx, viewer: Viewer, { point, organizationId, rows, language }: Taken) {
  const drafts = rows.flatMap(({ draft }) => (draft ? [{ ...draftAmendment.parse(draft), organizationId }] : []));
  const said = rows.flatMap((it) => it.said ?? []);
  const counts = { amendments: drafts.length, comments: said.length };
  if (drafts.length + said.length === 0) {
    if (rows.some(({ what }) => what === "already")) return counts;
    throw new Refusal("CONFLICT", "nothingMarked");
  }
  const { actorId, byToken } = await actorColumns(tx, viewer);
  if (drafts.length > 0) await createDraftAmendments(tx, viewer, point, drafts);
  const at = await readClock(tx);
  const comments = said.map((it) => ({
    ...{ id: randomUUID(), talkingPointId: point.id, version: point.currentVersion, clauseKey: it.clause },
    ...{ amendmentId: it.amendment, language, quote: it.quote, organizationId, authorId: actorId, at },
  }));
  await tx.talkingPointComment.createMany({ data: comments });
  await tx.talkingPointCommentStep.createMany({
    data: comments.map(({ id }, place) => ({
      ...{ commentId: id, number: 1, kind: "said" as const, text: said[place]?.text ?? null },
      ...{ organizationId, actorId, byToken, at },
    })),
  });
  const facts = { organization: organizationId, version: point.currentVersion, ...counts };
  await record(tx, "talkingPoint.markedUp", viewer, `talkingPoint/${point.id}`, facts);
  return counts;
}
