import "server-only";
import { toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { asc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { membershipsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { amendmentsReadableBy, mayAmend, mayHandle } from "./policy";
import { findAlive, findConflicts } from "./read.alive";
import {
  type AmendmentMatter,
  type AmendmentRow,
  amendmentSelect,
  settledBy,
  toMatter,
  unsettledBy,
} from "./read.amendment-rows";
import { findTexts } from "./read.amendment-texts";
import { findPoint, type StandingPoint } from "./read.point";
import { appliesTo, applyAmendments, isTouched, type Text } from "./rules.amendments";
import { compareClauses, comparePairs } from "./rules.compare";
import { isAcceptance } from "./rules.handling";
import type { Amendment, AmendmentsInput } from "./schema.amendments";
import type { ClauseRow } from "./write.text";

type Texts = ReadonlyMap<number, Text<ClauseRow> & { digest: string }>;

const readableOf = (viewer: Viewer, point: StandingPoint, where: Prisma.AmendmentWhereInput) => ({
  AND: [amendmentsReadableBy(viewer), { talkingPointId: point.id }, where],
});

/** The texts that these were written on, and the words in force. */
async function findTextsOf(point: StandingPoint, rows: readonly AmendmentRow[]) {
  const texts = await findTexts(db, point.id, new Set([point.currentVersion, ...rows.map((it) => it.version)]));
  const now = texts.get(point.currentVersion);
  if (!now) throw new Error("the words in force are not there");
  return { texts, now };
}

/** In the order of the text, then in that in which they were opened; drafts after what others read. */
const inOrder = keyset<Prisma.AmendmentWhereInput, Prisma.AmendmentOrderByWithRelationInput>(
  "amendments of a talking point",
  ...[asc("number", { nullable: true }), asc("createdAt"), asc("id")],
);
const { orderBy } = inOrder;

/** A point with what its lead accepted and no version took over yet, and the words in force. */
export async function findAcceptable(viewer: Viewer, id: string) {
  const point = await findPoint(viewer, id);
  const where = readableOf(viewer, point, { state: { not: "withdrawn" }, ...unsettledBy });
  const rows = await db.amendment.findMany({ where, orderBy, select: amendmentSelect(undefined) });
  const { now } = await findTextsOf(point, []);
  const matters = rows.map(toMatter).filter(({ standing }) => isAcceptance(standing.handled?.handling));
  return { point, matters, now };
}

/** A point as an amendment is read against it, with the texts and what excludes what. */
export type AmendmentContext = {
  point: Pick<StandingPoint, "slug" | "currentVersion" | "leads"> & { current: { themes: { themeId: string }[] } };
  texts: Texts;
  now: Text<ClauseRow>;
  conflicts: ReadonlyMap<string, string[]>;
};

const toPairOrNull = (en: string | null, fr: string | null) => (en || fr ? { en, fr } : null);

const toName = ({ id, number, organization }: Pick<AmendmentRow, "id" | "number" | "organization">) => ({
  ...{ id, number, organization: toOrganizationName(organization) },
});

/** What it changes, by word, in the text that it was written on: clauses that read otherwise, more, less or elsewhere. */
function changesOf(it: AmendmentMatter, texts: Texts): Amendment["changes"] {
  const before = texts.get(it.version);
  if (!before || !appliesTo(before, it)) return [];
  const after = applyAmendments(before, [it]);
  const title = comparePairs({ en: before.titleEn, fr: before.titleFr }, { en: after.titleEn, fr: after.titleFr });
  const isMarked = [...title.en, ...title.fr].some(({ kind }) => kind === "added" || kind === "removed");
  const clauses = compareClauses(before.clauses, after.clauses)
    .filter(({ state, moved }) => state !== "kept" || moved)
    .map(({ key, text }) => ({ clause: key, text }));
  return isMarked ? [{ clause: null, text: title }, ...clauses] : clauses;
}

function toHandling({ standing: { handled } }: AmendmentMatter): Amendment["handling"] {
  if (!handled?.handling) return null;
  return {
    step: handled.number,
    handling: handled.handling,
    words: toPairOrNull(handled.wordsEn, handled.wordsFr),
    question: toPairOrNull(handled.questionEn, handled.questionFr),
    reason: { en: handled.reasonEn, fr: handled.reasonFr },
    supersededBy: handled.supersededBy && toName(handled.supersededBy),
    by: toOrganizationName(handled.organization),
    at: handled.at.toISOString(),
  };
}

function toViewer(viewer: Viewer, { point }: AmendmentContext, { standing, organizationId, state }: AmendmentMatter) {
  const scope = { leads: point.leads, themeIds: point.current.themes.map((it) => it.themeId) };
  const amends = mayAmend(viewer, { ...scope, organizationId });
  const draft = state === "draft";
  const alive = !draft && !standing.settled && state !== "withdrawn";
  return {
    mayEdit: amends && draft,
    mayWithdraw: amends && alive,
    mayAnswer: amends && alive && standing.handled !== null,
    mayHandle: alive
      ? membershipsOf(viewer)
          .filter((it) => mayHandle(viewer, { ...scope, ...it }))
          .map(({ slug }) => slug)
      : [],
  };
}

export function toAmendment(viewer: Viewer, found: AmendmentContext, it: AmendmentMatter): Amendment {
  const { row, standing } = it;
  const { texts, now, conflicts } = found;
  const before = texts.get(it.version);
  const at = now.clauses.findIndex(({ key }) => key === (it.clauseKey ?? it.afterKey));
  const { answered } = standing;
  const behind = now.clauses.findIndex(({ key }) => key === it.afterKey);
  return {
    ...{ ...toName(row), point: found.point.slug, version: it.version, kind: it.kind, state: it.state },
    at: (it.openedAt ?? it.createdAt).toISOString(),
    ...{ clause: it.clauseKey, clauseNumber: at < 0 ? null : at + 1, after: it.afterKey },
    afterNumber: behind < 0 ? null : behind + 1,
    words: toPairOrNull(it.wordsEn, it.wordsFr),
    question: toPairOrNull(it.questionEn, it.questionFr),
    find: toPairOrNull(it.findEn, it.findFr),
    title: toPairOrNull(it.titleEn, it.titleFr),
    clauses: row.clauses.map((clause) => ({
      ...{ key: clause.key, kind: clause.kind, text: { en: clause.en, fr: clause.fr } },
      question: toPairOrNull(clause.questionEn, clause.questionFr),
      source: clause.libraryItem && { item: clause.libraryItem.slug, locator: clause.locator },
      of: clause.office?.slug ?? null,
    })),
    changes: changesOf(it, texts),
    summary: { en: it.summaryEn, fr: it.summaryFr },
    reason: { en: it.reasonEn, fr: it.reasonFr },
    touched: !standing.settled && it.version < found.point.currentVersion && (!before || isTouched(before, now, it)),
    handling: toHandling(it),
    answer: answered && {
      agrees: answered.agrees ?? false,
      comment: { en: answered.reasonEn, fr: answered.reasonFr },
      at: answered.at.toISOString(),
    },
    fates: row.steps.flatMap(({ version, fate, at: then }) =>
      version !== null && fate !== null ? [{ version, fate, at: then.toISOString() }] : [],
    ),
    conflicts: conflicts.get(it.id)?.filter((id) => id !== it.id) ?? [],
    viewer: toViewer(viewer, found, it),
  };
}

/** The amendments of a text that this viewer reads, page by page: only what is shown is built. */
export async function listAmendments(viewer: Viewer, input: AmendmentsInput) {
  const point = await findPoint(viewer, input.id);
  const { state, settled, organization } = input;
  const where = readableOf(viewer, point, {
    ...(state && { state }),
    ...(settled && (settled === "true" ? settledBy : unsettledBy)),
    ...(organization && { organization: { slug: organization } }),
  });
  const [found, total, alive] = await Promise.all([
    db.amendment.findMany({ ...inOrder.page(where, input), select: amendmentSelect(undefined) }),
    db.amendment.count({ where }),
    findAlive(viewer, point.id),
  ]);
  const { rows, nextCursor } = inOrder.cut(found, input);
  const { texts, now } = await findTextsOf(point, rows);
  const context = { point, texts, now, conflicts: findConflicts(now, alive) };
  return { items: rows.map((row) => toAmendment(viewer, context, toMatter(row))), nextCursor, total };
}

export async function getAmendment(viewer: Viewer, id: string, amendment: string): Promise<Amendment> {
  const point = await findPoint(viewer, id);
  const [row, alive] = await Promise.all([
    db.amendment.findFirst({
      where: readableOf(viewer, point, { id: amendment }),
      select: amendmentSelect(undefined),
    }),
    findAlive(viewer, point.id),
  ]);
  if (!row) throw new Refusal("NOT_FOUND", "noSuchAmendment");
  const { texts, now } = await findTextsOf(point, [row]);
  return toAmendment(viewer, { point, texts, now, conflicts: findConflicts(now, alive) }, toMatter(row));
}
