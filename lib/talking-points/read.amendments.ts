import "server-only";
import { toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { sliceOrder } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { membershipsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { amendmentsReadableBy, mayAmend, mayHandle, readableBy } from "./policy";
import { type AmendmentMatter, type AmendmentRow, amendmentSelect, toMatter } from "./read.amendment-rows";
import { findTexts } from "./read.amendment-texts";
import { pointAt } from "./rules.address";
import { appliesTo, applyAmendments, conflictsAmong, isTouched, type Text } from "./rules.amendments";
import { compareClauses, comparePairs } from "./rules.compare";
import { asAccepted, isAcceptance } from "./rules.handling";
import type { Amendment, AmendmentsInput } from "./schema.amendments";
import type { ClauseRow } from "./write.text";

export const pointSelect = {
  id: true,
  slug: true,
  status: true,
  version: true,
  currentVersion: true,
  leads: { select: { organizationId: true } },
  current: { select: { themes: { select: { themeId: true } } } },
} as const;

type Texts = ReadonlyMap<number, Text<ClauseRow> & { digest: string }>;

/** A point with its amendments as this viewer reads them, and the texts that they were written on. */
export async function findAmendments(viewer: Viewer, id: string) {
  const point = await db.talkingPoint.findFirst({
    where: { AND: [readableBy(viewer), pointAt(id)] },
    select: pointSelect,
  });
  if (!point) throw new Refusal("NOT_FOUND", "noSuchTalkingPoint");
  const rows = await db.amendment.findMany({
    where: { AND: [amendmentsReadableBy(viewer), { talkingPointId: point.id }] },
    orderBy: [{ number: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: amendmentSelect(undefined),
  });
  const matters = rows.map(toMatter);
  const texts = await findTexts(db, point.id, new Set([point.currentVersion, ...rows.map((it) => it.version)]));
  return withConflicts({ point, matters, texts });
}

type Point = Prisma.TalkingPointGetPayload<{ select: typeof pointSelect }>;
type Read = { point: Point; matters: AmendmentMatter[]; texts: Texts };

/** The words in force, and which amendments to them exclude each other. */
export function withConflicts({ point, matters, texts }: Read) {
  const now = texts.get(point.currentVersion);
  if (!now) throw new Error("the words in force are not there");
  // What was accepted with changes is in the way of others with the words that it was accepted with.
  const alive = matters.filter(
    ({ standing, state }) => !standing.settled && (state === "open" || isToBeTaken(standing)),
  );
  const sets = conflictsAmong(
    now,
    alive.filter((it) => appliesTo(now, it)).map((it) => asAccepted(it, it.standing.handled)),
  );
  return { point, matters, texts, now, conflicts: sets };
}

const isToBeTaken = ({ handled, state }: AmendmentMatter["standing"]) =>
  isAcceptance(handled?.handling) && state !== "withdrawn";

type Found = ReturnType<typeof withConflicts>;

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

function toViewer(viewer: Viewer, { point }: Found, { standing, organizationId, state }: AmendmentMatter) {
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

export function toAmendment(viewer: Viewer, found: Found, it: AmendmentMatter): Amendment {
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
    conflicts: conflicts.find((set) => set.includes(it.id))?.filter((id) => id !== it.id) ?? [],
    viewer: toViewer(viewer, found, it),
  };
}

/** In the order of the text, then in that in which they were opened; drafts after what others read. */
export const inOrder = sliceOrder<Amendment>(
  "amendments of a talking point",
  (it) => [it.number ?? Number.MAX_SAFE_INTEGER, it.at, it.id],
  (one, other) => (one < other ? -1 : one > other ? 1 : 0),
);

/** The amendments of a text that this viewer reads. */
export async function listAmendments(viewer: Viewer, input: AmendmentsInput) {
  const found = await findAmendments(viewer, input.id);
  return inOrder.toSlice(
    chooseAmendments(found.matters, input).map((it) => toAmendment(viewer, found, it)),
    input,
  );
}

export const chooseAmendments = (
  matters: readonly AmendmentMatter[],
  { state, settled, organization }: AmendmentsInput,
): AmendmentMatter[] =>
  matters
    .filter((it) => !state || it.state === state)
    .filter((it) => !settled || it.standing.settled === (settled === "true"))
    .filter((it) => !organization || it.row.organization.slug === organization);

export async function getAmendment(viewer: Viewer, id: string, amendment: string): Promise<Amendment> {
  const found = await findAmendments(viewer, id);
  const it = found.matters.find((matter) => matter.id === amendment);
  if (!it) throw new Refusal("NOT_FOUND", "noSuchAmendment");
  return toAmendment(viewer, found, it);
}
