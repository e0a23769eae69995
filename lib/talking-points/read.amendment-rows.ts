import "server-only";
import { organizationNameSelect } from "@/lib/organizations/read.select";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { standingOf, unsettledFates } from "./rules.handling";
import { toSourceLine } from "./rules.print";
import type { ClauseRow } from "./write.text";

const amendmentNameSelect = {
  id: true,
  number: true,
  organization: { select: organizationNameSelect },
} satisfies Prisma.AmendmentSelect;

/** An amendment with its steps, until a moment where one is given. */
export const amendmentSelect = (before: { lt: Date } | undefined) =>
  ({
    ...amendmentNameSelect,
    version: true,
    kind: true,
    state: true,
    organizationId: true,
    authorId: true,
    clauseKey: true,
    afterKey: true,
    wordsEn: true,
    wordsFr: true,
    questionEn: true,
    questionFr: true,
    findEn: true,
    findFr: true,
    titleEn: true,
    titleFr: true,
    summaryEn: true,
    summaryFr: true,
    reasonEn: true,
    reasonFr: true,
    createdAt: true,
    openedAt: true,
    clauses: {
      orderBy: { number: "asc" },
      select: {
        number: true,
        key: true,
        kind: true,
        en: true,
        fr: true,
        questionEn: true,
        questionFr: true,
        locator: true,
        libraryItem: { select: { id: true, slug: true, titleEn: true, symbol: true, inSource: true } },
        office: { select: { id: true, slug: true, titleEn: true, titleFr: true } },
      },
    },
    steps: {
      where: before ? { at: before } : {},
      orderBy: { number: "asc" },
      select: {
        number: true,
        kind: true,
        at: true,
        handling: true,
        wordsEn: true,
        wordsFr: true,
        questionEn: true,
        questionFr: true,
        reasonEn: true,
        reasonFr: true,
        agrees: true,
        version: true,
        fate: true,
        organization: { select: organizationNameSelect },
        supersededById: true,
        supersededBy: { select: amendmentNameSelect },
      },
    },
  }) satisfies Prisma.AmendmentSelect;

/** `standingOf`, said to the database: a version took it up or printed its end, or none did yet. */
const settlingStep = { fate: { notIn: [...unsettledFates] } } satisfies Prisma.AmendmentStepWhereInput;
export const settledBy: Prisma.AmendmentWhereInput = { steps: { some: settlingStep } };
export const unsettledBy: Prisma.AmendmentWhereInput = { steps: { none: settlingStep } };

export type AmendmentRow = Prisma.AmendmentGetPayload<{ select: ReturnType<typeof amendmentSelect> }>;

/** A clause that it brings, as the row of a version would hold it. One without a key of its own is named by its place. */
const toClauseRow = (it: AmendmentRow["clauses"][number], { id, authorId }: AmendmentRow): ClauseRow => ({
  key: it.key ?? `${id}-${it.number}`,
  ...{ kind: it.kind, en: it.en, fr: it.fr, questionEn: it.questionEn, questionFr: it.questionFr },
  ...{ libraryItemId: it.libraryItem?.id ?? null, locator: it.locator },
  source: it.libraryItem ? toSourceLine(it.libraryItem, it.locator) : null,
  outsideSource: it.libraryItem ? !it.libraryItem.inSource : false,
  officeId: it.office?.id ?? null,
  ...{ addresseeEn: it.office?.titleEn ?? null, addresseeFr: it.office?.titleFr ?? null, authorId },
});

/** What it is to do with a text, and where it stands. */
export const toMatter = (row: AmendmentRow) => ({
  ...row,
  clauses: row.clauses.map((it) => toClauseRow(it, row)),
  ...{ standing: standingOf(row.steps), row },
});
export type AmendmentMatter = ReturnType<typeof toMatter>;
