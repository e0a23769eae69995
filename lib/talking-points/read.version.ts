import "server-only";
import { listBlackouts } from "@/lib/network/read.settings";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { toDay } from "@/lib/platform/time/day";
import { addDays, type BlackoutPeriod, longestWait } from "@/lib/platform/time/working-days";
import { dayIn } from "@/lib/platform/time/zone";
import { belongsTo, membershipsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { findNames } from "../positions/read.handovers";
import { propositionNameSelect } from "../propositions/read.context";
import { mayReadChange, mayWrite } from "./policy";
import type { Moment } from "./read.state";
import { disputeWaitsUntil, factOf, isOwnWording } from "./rules.parity";
import { toFrenchSourceLine } from "./rules.print";
import { changeNow, clauseAdvice, contestUntil } from "./rules.text";
import type { Clause, Version, VersionName } from "./schema.text";

const toPair = (en: string | null, fr: string | null) => ({ en, fr });
const toPairOrNull = (en: string | null, fr: string | null) => (en || fr ? { en, fr } : null);

export const versionNameSelect = ({ before }: Moment) =>
  ({
    number: true,
    digest: true,
    titleEn: true,
    titleFr: true,
    summaryEn: true,
    summaryFr: true,
    change: true,
    editorialClauses: true,
    authorId: true,
    createdAt: true,
    organization: { select: organizationNameSelect },
    contests: {
      where: before ? { at: before } : {},
      orderBy: [{ at: "asc" }, { organizationId: "asc" }, { clauseKey: "asc" }],
      select: {
        clauseKey: true,
        reasonEn: true,
        reasonFr: true,
        at: true,
        organizationId: true,
        organization: { select: organizationNameSelect },
      },
    },
  }) satisfies Prisma.TalkingPointVersionSelect;

const themeSelect = { id: true, slug: true, titleEn: true, titleFr: true } as const;

export const versionSelect = (moment: Moment) =>
  ({
    ...versionNameSelect(moment),
    themes: { orderBy: { theme: { sort: "asc" } }, select: { theme: { select: themeSelect } } },
    propositions: {
      orderBy: { proposition: { number: "asc" } },
      select: { proposition: { select: { ...propositionNameSelect, id: true } } },
    },
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
        source: true,
        locator: true,
        outsideSource: true,
        addresseeEn: true,
        addresseeFr: true,
        authorId: true,
        libraryItem: { select: { slug: true, titleFr: true, symbol: true } },
        office: { select: { slug: true } },
        parity: {
          where: moment.before ? { at: moment.before } : {},
          orderBy: { number: "desc" },
          select: {
            parity: true,
            reasonEn: true,
            reasonFr: true,
            at: true,
            judgedVersion: true,
            organization: { select: organizationNameSelect },
          },
        },
        translations: {
          select: {
            language: true,
            dueOn: true,
            personId: true,
            organizationId: true,
            organization: { select: organizationNameSelect },
          },
        },
      },
    },
  }) satisfies Prisma.TalkingPointVersionSelect;

export type VersionNameRow = Prisma.TalkingPointVersionGetPayload<{ select: ReturnType<typeof versionNameSelect> }>;
export type VersionRow = Prisma.TalkingPointVersionGetPayload<{ select: ReturnType<typeof versionSelect> }>;
type ClauseRow = VersionRow["clauses"][number];

/** What is known once for a whole page: the day, the days of rest, who translates, by name for their own people. */
export type VersionContext = Moment & {
  viewer: Viewer;
  rests: readonly BlackoutPeriod[];
  names: ReadonlyMap<string, string>;
};

export async function findVersionContext(
  viewer: Viewer,
  moment: Moment,
  rows: readonly VersionRow[],
): Promise<VersionContext> {
  const translations = rows.flatMap(({ clauses }) => clauses.flatMap((it) => it.translations));
  const own = translations.filter((it) => belongsTo(viewer, it.organizationId)).flatMap((it) => it.personId ?? []);
  const [rests, names] = await Promise.all([listBlackouts(addDays(moment.today, -longestWait)), findNames(own)]);
  return { ...moment, viewer, rests, names };
}

type Point = Parameters<typeof mayReadChange>[1];

/** A version as this viewer reads it: what it changed of words that stayed at home is told to nobody else. */
export const asReadBy = <Row extends VersionNameRow>(viewer: Viewer, point: Point, row: Row): Row =>
  mayReadChange(viewer, point, row.number)
    ? row
    : { ...row, summaryEn: null, summaryFr: null, change: "material", editorialClauses: [], contests: [] };

export const toVersionName = (row: VersionNameRow): VersionName => ({
  number: row.number,
  digest: row.digest,
  title: toPair(row.titleEn, row.titleFr),
  summary: toPair(row.summaryEn, row.summaryFr),
  by: toOrganizationName(row.organization),
  at: row.createdAt.toISOString(),
  change: changeNow(row.change, row.contests.length),
  editorialClauses: row.editorialClauses,
  contests: row.contests.map((it) => ({
    organization: toOrganizationName(it.organization),
    clause: it.clauseKey,
    reason: toPair(it.reasonEn, it.reasonFr),
    at: it.at.toISOString(),
  })),
});

/** What stands of the two languages of a clause. */
export const toParityFact = ({ parity }: ClauseRow, { timeZone }: Pick<Moment, "timeZone">) =>
  factOf(parity, (at) => dayIn(timeZone, at));

function toParity(row: ClauseRow, context: VersionContext): Clause["parity"] {
  const { rests, closing, today } = context;
  const [last] = row.parity;
  const fact = toParityFact(row, context);
  if (!last || !fact)
    return { state: "pending", reason: null, by: null, since: null, judgedVersion: null, waitsUntil: null };
  const until = disputeWaitsUntil(fact, { rests, closing });
  return {
    state: last.parity,
    reason: toPairOrNull(last.reasonEn, last.reasonFr),
    by: toOrganizationName(last.organization),
    since: last.at.toISOString(),
    judgedVersion: last.judgedVersion,
    // Over, nothing waits: the clause prints as disputed.
    waitsUntil: until !== null && today <= until ? until : null,
  };
}

const toTranslation = ({ translations: [it] }: ClauseRow, { names }: VersionContext): Clause["translation"] =>
  it
    ? {
        language: it.language === "en" ? "en" : "fr",
        organization: toOrganizationName(it.organization),
        dueOn: toDay(it.dueOn),
        person: names.get(it.personId ?? "") ?? null,
      }
    : null;

function toClause(row: ClauseRow, context: VersionContext, mayJudge: boolean): Clause {
  const { source, locator, outsideSource: outside, libraryItem, office } = row;
  return {
    number: row.number,
    key: row.key,
    kind: row.kind,
    text: toPair(row.en, row.fr),
    question: toPairOrNull(row.questionEn, row.questionFr),
    source:
      source === null
        ? null
        : {
            ...{ line: source, lineFr: toFrenchSourceLine(libraryItem, locator) },
            ...{ item: libraryItem?.slug ?? null, locator, outside },
          },
    of: office && { slug: office.slug, title: { en: row.addresseeEn ?? "", fr: row.addresseeFr ?? "" } },
    parity: toParity(row, context),
    translation: toTranslation(row, context),
    viewer: { mayJudge },
  };
}

/** Who amended each clause; null where the version is not the one in force, whose languages can still be judged. */
type Amenders = ReadonlyMap<string, readonly string[]> | null;

/** A version as this viewer reads it. */
export function toVersion(row: VersionRow, context: VersionContext, amenders: Amenders): Version {
  const { viewer, timeZone, rests, closing, past } = context;
  const themeIds = row.themes.map((it) => it.theme.id);
  const judge =
    amenders && !past
      ? (membershipsOf(viewer).find(({ organizationId }) => mayWrite(viewer, { organizationId, themeIds }))?.slug ??
        null)
      : null;
  const reader = viewer.personId ?? "";
  const mayJudge = ({ key, authorId }: ClauseRow) =>
    judge !== null && !isOwnWording({ authors: [authorId, row.authorId, ...(amenders?.get(key) ?? [])], reader });
  return {
    ...toVersionName(row),
    themes: row.themes.map((it) => it.theme.slug),
    propositions: row.propositions.map((it) => it.proposition.slug),
    clauses: row.clauses.map((it) => toClause(it, context, mayJudge(it))),
    splitSuggested: clauseAdvice(row.clauses.length) === "split",
    contestUntil: contestUntil(dayIn(timeZone, row.createdAt), row.editorialClauses, { rests, closing }),
    viewer: { judge },
  };
}

/** The versions of a point that this viewer reads, from the first that was shown to them. */
export const findVersion = (talkingPointId: string, number: number, moment: Moment) =>
  db.talkingPointVersion.findUnique({
    where: { talkingPointId_number: { talkingPointId, number } },
    select: versionSelect(moment),
  });
