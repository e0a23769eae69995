import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translator } from "@/lib/platform/i18n/translator";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Viewer } from "@/lib/viewer/schema";
import { readableFrom } from "./policy";
import { commentsReadableBy } from "./policy.comments";
import { type Clauses, printWording } from "./rules.comment-table";
import { textOf } from "./rules.comments";
import type { FileRow } from "./rules.table-columns";

const commentSelect = {
  ...{ id: true, version: true, language: true, quote: true, kind: true, organizationId: true, parentId: true },
  clause: { select: { number: true } },
  organization: { select: organizationNameSelect },
  steps: { orderBy: { number: "asc" }, select: { kind: true, text: true, at: true } },
} satisfies Prisma.TalkingPointCommentSelect;

const amendmentSelect = {
  ...{ version: true, kind: true, clauseKey: true, wordsEn: true, wordsFr: true, reasonEn: true, reasonFr: true },
  ...{ summaryEn: true, summaryFr: true, state: true, organizationId: true },
  organization: { select: organizationNameSelect },
  tableRow: { select: { kind: true } },
  steps: {
    where: { kind: "handled" },
    orderBy: { number: "desc" },
    take: 1,
    select: { handling: true, reasonEn: true, reasonFr: true },
  },
} satisfies Prisma.AmendmentSelect;

type CommentRow = Prisma.TalkingPointCommentGetPayload<{ select: typeof commentSelect }>;
type AmendmentRow = Prisma.AmendmentGetPayload<{ select: typeof amendmentSelect }>;

type Point = Parameters<typeof commentsReadableBy>[1] & { id: string };
export type TableScope = {
  point: Point;
  clauses: Clauses;
  /** One organization's own rows, its drafts among them; null for those of everybody. */
  organizationId: string | null;
  t: Translator;
  language: Locale;
};

/**
 * What was said of the words, and proposed for them, as rows of a comment table: of one organization, or of all. What a lead
 * replies, and how it handles an amendment, is its observation.
 */
export async function listTableRows(tx: Tx, viewer: Viewer, scope: TableScope): Promise<FileRow[]> {
  const { point, organizationId } = scope;
  const comments = await tx.talkingPointComment.findMany({
    where: { AND: [commentsReadableBy(viewer, point), { talkingPointId: point.id, amendmentId: null }] },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: commentSelect,
  });
  const amendments = await tx.amendment.findMany({
    where: {
      talkingPointId: point.id,
      version: { gte: readableFrom(viewer, point) },
      ...(organizationId === null ? { state: { not: "draft" } } : { organizationId }),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: amendmentSelect,
  });
  const leads = new Set(point.leads.map((it) => it.organizationId));
  const answers = comments.filter((it) => it.parentId !== null && leads.has(it.organizationId));
  const said = comments.filter((it) => !answers.includes(it));
  return [
    ...said
      .filter((it) => organizationId === null || it.organizationId === organizationId)
      .map((it) => toCommentRow(it, answers, scope)),
    ...amendments.flatMap((it) => toAmendmentRows(it, scope)),
  ].sort((a, b) => a.version - b.version || (a.clause ?? 0) - (b.clause ?? 0));
}

const currentText = ({ steps }: Pick<CommentRow, "steps">) => {
  const { text, corrections } = textOf(steps);
  return corrections.at(-1)?.text ?? text;
};

function wordingAt({ clauses }: TableScope, version: number, number: number | null) {
  const clause = number === null ? undefined : clauses.get(version)?.get(number);
  return {
    currentEn: clause ? printWording(clause, "en") : null,
    currentFr: clause ? printWording(clause, "fr") : null,
  };
}

function toCommentRow(it: CommentRow, answers: readonly CommentRow[], scope: TableScope): FileRow {
  const clause = it.clause?.number ?? null;
  const observed = answers.filter(({ parentId }) => parentId === it.id).map(currentText);
  return {
    ...{ organization: toOrganizationName(it.organization).name, version: it.version, clause },
    ...wordingAt(scope, it.version, clause),
    ...{ language: it.language === "en" ? "en" : "fr", kind: it.kind, quote: it.quote },
    ...{ comment: currentText(it), proposed: null, observation: observed.join("\n\n") || null },
  };
}

/** An amendment is a row in each language that it words; one that words nothing says what it is in its summary. */
function toAmendmentRows(it: AmendmentRow, scope: TableScope): FileRow[] {
  const found = [...(scope.clauses.get(it.version)?.values() ?? [])].find(({ key }) => key === it.clauseKey);
  const clause = found?.number ?? null;
  const words = it.kind === "words" ? { en: it.wordsEn, fr: it.wordsFr } : { en: null, fr: null };
  const reasons = { en: it.reasonEn ?? it.summaryEn, fr: it.reasonFr ?? it.summaryFr };
  const languages = (["en", "fr"] as const).filter((language) => words[language]);
  const told = languages.length > 0 ? languages : [pickLanguage(reasons, scope.language)?.lang ?? scope.language];
  return told.map((language) => ({
    ...{ organization: toOrganizationName(it.organization).name, version: it.version, clause },
    ...wordingAt(scope, it.version, clause),
    ...{ language, kind: it.tableRow?.kind ?? "technical", quote: null },
    ...{ comment: reasons[language], proposed: words[language], observation: toObservation(it, scope) },
  }));
}

function toObservation({ steps: [handled] }: AmendmentRow, { t, language }: TableScope): string | null {
  if (!handled?.handling) return null;
  const reason = pickLanguage({ en: handled.reasonEn, fr: handled.reasonFr }, language)?.text;
  return [t(`discussion.table.handling.${handled.handling}`), reason].filter(Boolean).join("\n");
}
