import "server-only";
import { randomUUID } from "node:crypto";
import { type Tx, transact } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { amendmentsReadableBy, mayAmend } from "./policy";
import { appliesTo } from "./rules.amendments";
import { amendingObstacle, standingOf, withdrawalObstacle } from "./rules.handling";
import type { AmendmentChange, AmendmentInput, AmendmentKey, DraftAmendment } from "./schema.amendments";
import { actorColumns, findActing, lockPoint, type PointContext, refuse } from "./write.context";
import { findNamed, type Named, toRow } from "./write.text";

type Draft = DraftAmendment & { organizationId: string };

const toColumns = (it: DraftAmendment) => ({
  kind: it.kind,
  ...{ clauseKey: it.clause ?? null, afterKey: it.after ?? null },
  ...{ wordsEn: it.words?.en || null, wordsFr: it.words?.fr || null },
  ...{ questionEn: it.question?.en || null, questionFr: it.question?.fr || null },
  ...{ findEn: it.find?.en || null, findFr: it.find?.fr || null },
  ...{ titleEn: it.title?.en || null, titleFr: it.title?.fr || null },
  ...{ summaryEn: it.summary.en || null, summaryFr: it.summary.fr || null },
  ...{ reasonEn: it.reason.en || null, reasonFr: it.reason.fr || null },
});

function toClauses(amendmentId: string, it: DraftAmendment, named: Named): Prisma.AmendmentClauseCreateManyInput[] {
  return (it.clauses ?? []).map((clause, at) => {
    const { kind, en, fr, questionEn, questionFr, libraryItemId, locator, officeId } = toRow(clause, at, named, "");
    const words = { kind, en, fr, questionEn, questionFr };
    return {
      ...{ amendmentId, number: at + 1, key: clause.key ?? null },
      ...words,
      libraryItemId: libraryItemId ?? null,
      locator: locator ?? null,
      officeId: officeId ?? null,
    };
  });
}

/** It is about something that stands in the words in force; the field that names it in vain is told. */
function requireApplicable({ current }: PointContext, it: DraftAmendment) {
  const { en: findEn = null, fr: findFr = null } = it.find ?? {};
  if (it.clauses?.some(({ key }) => key !== undefined && !current.clauses.some((clause) => clause.key === key)))
    throw new BadField("clauses", "notInText");
  if (appliesTo(current, { ...toColumns(it), findEn, findFr, id: "", clauses: [] })) return;
  const isThere = current.clauses.some(({ key }) => key === it.clause);
  throw new BadField(it.kind === "everywhere" ? "find" : it.clause && !isThere ? "clause" : "after", "notInText");
}

/**
 * Drafts of amendments to the words in force, as a table or a marked text brings many at once. The point is locked; whoever
 * calls it asked whether the viewer amends for these organizations, and ends the act with its own row of the record.
 */
export async function createDraftAmendments(tx: Tx, viewer: Viewer, point: PointContext, rows: readonly Draft[]) {
  const actor = await actorColumns(tx, viewer);
  const named = await findNamed(
    tx,
    rows.flatMap((it) => it.clauses ?? []),
  );
  const createdAt = await readClock(tx);
  const made = rows.map((it) => {
    requireApplicable(point, it);
    const id = randomUUID();
    const of = { id, talkingPointId: point.id, version: point.currentVersion, organizationId: it.organizationId };
    const by = { authorId: actor.actorId, byToken: actor.byToken, createdAt };
    return { row: { ...of, ...toColumns(it), ...by }, clauses: toClauses(id, it, named) };
  });
  await tx.amendment.createMany({ data: made.map(({ row }) => row) });
  await tx.amendmentClause.createMany({ data: made.flatMap(({ clauses }) => clauses) });
  return made.map(({ row }) => row.id);
}

function requireAmender(viewer: Viewer, point: PointContext, organizationId: string) {
  if (!mayAmend(viewer, { ...point, organizationId })) throw new Refusal("FORBIDDEN", "notDrafter");
}

/** Proposes a change to the words in force: for its own organization as a draft, or for everybody. */
export async function amend(viewer: Viewer, input: AmendmentInput): Promise<string> {
  return transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    const { id: organizationId } = await findActing(tx, viewer, input.onBehalfOf);
    requireAmender(viewer, point, organizationId);
    refuse(amendingObstacle(point.status));
    requireVersion(point, input.version);
    const [id = ""] = await createDraftAmendments(tx, viewer, point, [{ ...input, organizationId }]);
    if (input.open) await openAmendment(tx, viewer, point, { id, organizationId, kind: input.kind });
    else
      await record(tx, "amendment.drafted", viewer, `amendment/${id}`, { organization: organizationId, amendments: 1 });
    return id;
  });
}

/** Nobody amends words that were not shown to them. */
function requireVersion(point: PointContext, version: number) {
  if (point.currentVersion !== version)
    throw new Refusal("CONFLICT", "textChanged", { version: point.currentVersion, digest: point.current.digest });
}

type Opened = { id: string; organizationId: string; kind: DraftAmendment["kind"] };

async function openAmendment(tx: Tx, viewer: Viewer, point: PointContext, { id, organizationId, kind }: Opened) {
  const actor = await actorColumns(tx, viewer);
  const at = await readClock(tx);
  const { _max: last } = await tx.amendment.aggregate({ where: { talkingPointId: point.id }, _max: { number: true } });
  await tx.amendment.update({ where: { id }, data: { state: "open", number: (last.number ?? 0) + 1, openedAt: at } });
  const of = { talkingPointId: point.id, amendmentId: id, organizationId };
  await tx.amendmentStep.create({ data: { ...of, number: 1, kind: "opened", at, ...actor } });
  await record(tx, "amendment.opened", viewer, `talkingPoint/${point.id}`, {
    ...{ organization: organizationId, amendment: id, version: point.currentVersion, kind },
  });
}

const foundSelect = {
  id: true,
  kind: true,
  organizationId: true,
  steps: { orderBy: { number: "asc" } },
} satisfies Prisma.AmendmentSelect;

/** Locks an amendment that the viewer reads, so that what happens to it happens in turn. */
export async function lockAmendment(tx: Tx, viewer: Viewer, point: PointContext, id: string) {
  await tx.$queryRaw`SELECT "id" FROM "Amendment" WHERE "id" = ${id}::uuid AND "talkingPointId" = ${point.id}::uuid FOR UPDATE`;
  const found = await tx.amendment.findFirst({
    where: { AND: [amendmentsReadableBy(viewer), { id, talkingPointId: point.id }] },
    select: foundSelect,
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchAmendment");
  return { ...found, standing: standingOf(found.steps), next: found.steps.length + 1 };
}

async function findDraft(tx: Tx, viewer: Viewer, point: PointContext, id: string) {
  const found = await lockAmendment(tx, viewer, point, id);
  requireAmender(viewer, point, found.organizationId);
  refuse(found.standing.state === "draft" ? null : "amendmentOpened");
  return found;
}

/** Rewords a draft, on the words that are in force by now; or opens it with these. */
export async function changeAmendment(viewer: Viewer, input: AmendmentChange) {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "UPDATE");
    const { id, organizationId } = await findDraft(tx, viewer, point, input.amendment);
    refuse(amendingObstacle(point.status));
    requireVersion(point, input.version);
    requireApplicable(point, input);
    const { actorId: authorId, byToken } = await actorColumns(tx, viewer);
    const clauses = toClauses(id, input, await findNamed(tx, input.clauses ?? []));
    await tx.amendmentClause.deleteMany({ where: { amendmentId: id } });
    const version = point.currentVersion;
    await tx.amendment.update({ where: { id }, data: { ...toColumns(input), version, authorId, byToken } });
    await tx.amendmentClause.createMany({ data: clauses });
    if (input.open) await openAmendment(tx, viewer, point, { id, organizationId, kind: input.kind });
    else
      await record(tx, "amendment.redrafted", viewer, `amendment/${id}`, {
        organization: organizationId,
        amendment: id,
      });
  });
}

/** Throws a draft away: nobody else ever read it. */
export async function discardAmendment(viewer: Viewer, input: AmendmentKey) {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const { id, organizationId } = await findDraft(tx, viewer, point, input.amendment);
    await tx.amendment.delete({ where: { id } });
    await record(tx, "amendment.discarded", viewer, `amendment/${id}`, { organization: organizationId, amendment: id });
  });
}

/** The amender takes it back; its words stay in the history. */
export async function withdrawAmendment(viewer: Viewer, input: AmendmentKey) {
  await transact(async (tx) => {
    const point = await lockPoint(tx, viewer, input.id, "SHARE");
    const { id, organizationId, standing, next } = await lockAmendment(tx, viewer, point, input.amendment);
    requireAmender(viewer, point, organizationId);
    refuse(withdrawalObstacle(standing));
    const actor = await actorColumns(tx, viewer);
    const of = { talkingPointId: point.id, amendmentId: id, organizationId, ...actor, at: await readClock(tx) };
    await tx.amendmentStep.create({ data: { ...of, number: next, kind: "withdrawn" } });
    await tx.amendment.update({ where: { id }, data: { state: "withdrawn" } });
    await record(tx, "amendment.withdrawn", viewer, `talkingPoint/${point.id}`, {
      ...{ organization: organizationId, amendment: id },
    });
  });
}
