import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { sliceOrder } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { foldTerms, toPattern } from "@/lib/platform/text/fold";
import { toDay } from "@/lib/platform/time/day";
import { membershipsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { talkingPointStatuses } from "./constants";
import { readableBy, readableFrom } from "./policy";
import { findEqual, findLatestAnswers, type LatestAnswer } from "./read.answers";
import { findMembers } from "./read.endorsements";
import { findMoment, type Moment, stateAfter, stepsFor, stepsSelect } from "./read.state";
import { countAnswers } from "./rules.counts";
import { isOpen } from "./rules.endorsements";
import { isStillOpen } from "./rules.open";
import { isStale } from "./rules.status";
import type { TalkingPoint, TalkingPointsInput } from "./schema";

const rowSelect = ({ before }: Moment) =>
  ({
    id: true,
    slug: true,
    kind: true,
    openedVersion: true,
    proposedById: true,
    regimeAreas: true,
    audiences: true,
    reviewBy: true,
    createdAt: true,
    leads: {
      orderBy: { organization: { slug: "asc" } },
      select: { organizationId: true, organization: { select: organizationNameSelect } },
    },
    steps: stepsSelect(before),
    versions: {
      where: before ? { createdAt: before } : {},
      orderBy: { number: "desc" },
      take: 1,
      select: {
        number: true,
        digest: true,
        titleEn: true,
        titleFr: true,
        themes: { orderBy: { theme: { sort: "asc" } }, select: { theme: { select: { slug: true } } } },
        propositions: { select: { proposition: { select: { slug: true } } } },
      },
    },
  }) satisfies Prisma.TalkingPointSelect;

type Row = Prisma.TalkingPointGetPayload<{ select: ReturnType<typeof rowSelect> }>;

/** A point with its words and its status at that moment. */
type Found = ReturnType<typeof toFound>[number];

function toFound(viewer: Viewer, row: Row) {
  const state = stateAfter(stepsFor(viewer, row, row.steps));
  const [text] = row.versions;
  return state && text && text.number >= readableFrom(viewer, row) ? [{ row, text, ...state }] : [];
}

/** The versions that hold every word that is looked for, in either language: in the title or in a clause. */
async function findMatching(q: string | undefined): Promise<Set<string> | null> {
  const patterns = foldTerms(q).map((term) => `%${toPattern(term)}%`);
  if (patterns.length === 0) return null;
  const rows = await db.$queryRaw<{ id: string; number: number }[]>`
    SELECT v."talkingPointId"::text AS "id", v."number" FROM "TalkingPointVersion" v
    WHERE NOT EXISTS (SELECT FROM unnest(${patterns}::text[]) AS wanted (pattern)
      WHERE v."folded" NOT LIKE wanted.pattern AND NOT EXISTS (SELECT FROM "TalkingPointClause" c
        WHERE c."talkingPointId" = v."talkingPointId" AND c."version" = v."number" AND c."folded" LIKE wanted.pattern))`;
  return new Set(rows.map(({ id, number }) => `${id} ${number}`));
}

function isChosen({ row, text, last }: Found, input: TalkingPointsInput): boolean {
  const { kind, status, theme, area, proposition, lead } = input;
  return (
    (!kind || row.kind === kind) &&
    (!status || last.status === status) &&
    (!theme || text.themes.some((it) => it.theme.slug === theme)) &&
    (!area || row.regimeAreas.includes(area)) &&
    (!proposition || text.propositions.some((it) => it.proposition.slug === proposition)) &&
    (!lead || row.leads.some((it) => it.organization.slug === lead))
  );
}

const titleOf = ({ text }: Found, language: Locale) =>
  pickLanguage({ en: text.titleEn, fr: text.titleFr }, language)?.text ?? "";

function orderOf(sort: NonNullable<TalkingPointsInput["sort"]>, language: Locale) {
  const newest = (it: Found) => -it.row.createdAt.getTime();
  const keys = {
    newest: (it: Found) => [newest(it), it.row.slug],
    status: (it: Found) => [talkingPointStatuses.indexOf(it.last.status), newest(it), it.row.slug],
    review: (it: Found) => [toDay(it.row.reviewBy), newest(it), it.row.slug],
    title: (it: Found) => [titleOf(it, language), it.row.slug],
  };
  return sliceOrder<Found>(`talking points by ${sort} in ${language}`, keys[sort], compareIn(language));
}

/**
 * The talking points that this viewer reads, now or at the end of a day. A network has some hundreds at most: they are read
 * whole and put in order here, so that the present and the past are chosen by one rule.
 */
export async function listTalkingPoints(viewer: Viewer, input: TalkingPointsInput, language: Locale) {
  const moment = await findMoment(input.asOf);
  const rows = await db.talkingPoint.findMany({ where: readableBy(viewer), select: rowSelect(moment) });
  const matching = await findMatching(input.q);
  const answers = await findLatestAnswers(moment);
  const members = await findMembers(moment);
  const memberIds = new Set(members.map(({ id }) => id));
  const needs = needsOf(viewer, moment, answers);
  const chosen = rows
    .flatMap((row) => toFound(viewer, row))
    .filter((it) => isChosen(it, input) && (!matching || matching.has(`${it.row.id} ${it.text.number}`)))
    .filter((it) => !input.needsUs || needs(it).length > 0);
  const equal = await findEqual(
    chosen.map(({ row, text }) => ({ id: row.id, number: text.number })),
    moment,
  );
  const isWaiting = ({ row, text: { number }, last: { status }, usableVersion }: Found) =>
    isStillOpen({ status, number, usableVersion, equal: equal.has(row.id) });
  const found = input.stillOpen ? chosen.filter(isWaiting) : chosen;
  const { items, ...more } = orderOf(input.sort ?? "newest", language).toSlice(found, input);
  const toItem = (it: Found): TalkingPoint => {
    const { row, text, last, usableVersion } = it;
    const given = (answers.get(row.id) ?? []).filter(({ organizationId }) => memberIds.has(organizationId));
    const current = given.map(({ response, version }) => ({ response, current: version === text.number }));
    return {
      ...{ id: row.id, slug: row.slug, kind: row.kind, title: { en: text.titleEn, fr: text.titleFr } },
      ...{ status: last.status, statusSince: last.at.toISOString(), usableVersion },
      ...{ number: text.number, digest: text.digest },
      themes: text.themes.map(({ theme }) => theme.slug),
      ...{ regimeAreas: row.regimeAreas, audiences: row.audiences },
      leads: row.leads.map(({ organization }) => toOrganizationName(organization)),
      reviewBy: toDay(row.reviewBy),
      stale: isStale(toDay(row.reviewBy), moment.today),
      equal: equal.has(row.id),
      answers: countAnswers(current, members.length),
      viewer: { needs: needs(it) },
    };
  };
  return { items: items.map(toItem), ...more };
}

/** Which of the viewer's member organizations have not answered the words in force. */
function needsOf(viewer: Viewer, { past }: Moment, answers: ReadonlyMap<string, LatestAnswer[]>) {
  const memberships = past ? [] : membershipsOf(viewer);
  return ({ row, text, last }: Found): string[] =>
    isOpen(last.status)
      ? memberships
          .filter(({ organizationId }) => {
            const own = answers.get(row.id)?.find((it) => it.organizationId === organizationId);
            return own?.version !== text.number;
          })
          .map(({ slug }) => slug)
      : [];
}
