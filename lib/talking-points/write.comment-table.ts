import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { sha256, toCanonicalJson } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayWrite } from "./policy";
import { findClauses, findOwn } from "./read.comment-table";
import { describeTable, readTableFile } from "./read.table-file";
import { listTableRows } from "./read.table-rows";
import { judgeTable, nameRow, type Outcome, type ReadRow } from "./rules.comment-table";
import { amendingObstacle } from "./rules.handling";
import type { TableAnswer, TableUpload } from "./schema.comment-table";
import { createDraftAmendments } from "./write.amendments";
import { actorColumns, lockPoint, type PointContext } from "./write.context";

type Rows = { comments: ReadRow[]; amendments: ReadRow[] };

/**
 * Reads a comment table that an organization filled in: a preview of every row, or what becomes of them. A row with proposed
 * words is a draft of an amendment, which somebody sends; any other is a comment. Applying needs the preview's digest.
 */
export async function readCommentTable(viewer: Viewer, input: TableUpload, language: Locale): Promise<TableAnswer> {
  const { organization: slug, file, digest } = input.body;
  const applies = input.query.preview === "false";
  const found = await requireWriter(viewer, input);
  const read = await readTableFile(file, found.id);
  return transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.params.id, applies ? "UPDATE" : "SHARE");
    const own = await findOwn(tx, viewer, slug);
    requireRights(viewer, point, own);
    const clauses = await findClauses(tx, viewer, point);
    const scope = { point, clauses, organizationId: own.id, t: await translatorIn(language), language };
    const said = new Set((await listTableRows(tx, viewer, scope)).map(nameRow));
    const { name, short, code } = own.name;
    const names = [slug, code, name.en, name.fr, short.en, short.fr].filter((it): it is string => Boolean(it));
    const open = amendingObstacle(point.status) === null;
    const context = { names, current: point.currentVersion, open, clauses, vocabulary: read.vocabulary, said };
    const outcomes = judgeTable(read.head, read.lines, context);
    const computed = digestTable(slug, point, outcomes);
    const described = await describeTable(outcomes, language);
    const answer = { organization: slug, sheet: read.sheet, digest: computed, ...described };
    if (!applies) return { ...answer, applied: null };
    if (!digest) throw new Refusal("PRECONDITION_REQUIRED", "previewFirst");
    if (computed !== digest) throw new Refusal("PRECONDITION_FAILED", "importChanged");
    if (answer.counts.refused > 0) throw new Refusal("CONFLICT", "importHasRefusals");
    const rows = rowsOf(outcomes);
    if (rows.comments.length + rows.amendments.length === 0) throw new Refusal("CONFLICT", "tableHasNothing");
    await apply(tx, viewer, { point, organizationId: own.id, digest, rows });
    return { ...answer, applied: { comments: rows.comments.length, amendments: rows.amendments.length } };
  });
}

/** Asked before the file is read: who may not send one keeps nobody busy. */
const requireWriter = (viewer: Viewer, { params, body }: TableUpload) =>
  transact(async (tx) => {
    const point = await lockPoint(tx, viewer, params.id, "SHARE");
    const own = await findOwn(tx, viewer, body.organization);
    requireRights(viewer, point, own);
    return own;
  });

function requireRights(viewer: Viewer, point: PointContext, own: Awaited<ReturnType<typeof findOwn>>) {
  if (!mayWrite(viewer, { ...point, organizationId: own.id })) throw new Refusal("FORBIDDEN", "notDrafter");
  if (point.status === "retired") throw new Refusal("CONFLICT", "pointRetired");
}

const rowsOf = (outcomes: readonly Outcome[]): Rows => ({
  comments: outcomes.flatMap(({ outcome, row }) => (outcome === "comment" && row ? [row] : [])),
  amendments: outcomes.flatMap(({ outcome, row }) => (outcome === "amendment" && row ? [row] : [])),
});

/** Digest of a preview: every row with its outcome and texts, and the words it was compared with. */
function digestTable(organization: string, { id, current }: PointContext, outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ line, outcome, reason, row }) => ({ line, outcome, reason, row }));
  return sha256(toCanonicalJson({ point: id, words: current.digest, organization, rows }));
}

type Applying = { point: PointContext; organizationId: string; digest: string; rows: Rows };

async function apply(tx: Tx, viewer: Viewer, { point, organizationId, digest, rows }: Applying) {
  const { actorId, byToken } = await actorColumns(tx, viewer);
  const at = await readClock(tx);
  const said = rows.comments.map((row) => ({ id: randomUUID(), row }));
  await tx.talkingPointComment.createMany({
    data: said.map(({ id, row: { version, clauseKey, language, quote, kind } }) => ({
      ...{ id, talkingPointId: point.id, version, clauseKey, language, quote, kind },
      ...{ organizationId, authorId: actorId, at },
    })),
  });
  await tx.talkingPointCommentStep.createMany({
    data: said.map(({ id, row }) => ({
      ...{ commentId: id, number: 1, kind: "said" as const, text: row.comment, organizationId, actorId, byToken, at },
    })),
  });
  const drafts = rows.amendments.map(({ clauseKey, language, proposed, comment }) => ({
    ...{ kind: "words" as const, organizationId, clause: clauseKey ?? undefined, summary: {} },
    words: { [language]: proposed ?? "" },
    reason: comment === null ? {} : { [language]: comment },
  }));
  const ids = await createDraftAmendments(tx, viewer, point, drafts);
  await tx.commentTableRow.createMany({
    data: rows.amendments.map(({ kind, language }, index) => ({ amendmentId: ids[index] ?? "", kind, language })),
  });
  await record(tx, "commentTable.read", viewer, `talkingPoint/${point.id}`, {
    ...{ organization: organizationId, comments: said.length, amendments: ids.length, digest },
  });
}
