import "server-only";
import { isIllustrative } from "@/lib/network/read.settings";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Locale } from "@/lib/platform/i18n/routing";
import { wallAt } from "@/lib/platform/time/offset-at";
import { readToday } from "@/lib/platform/time/today";
import { dayIn } from "@/lib/platform/time/zone";
import { formatZone } from "@/lib/platform/time/zone-label";
import { listStancesOn } from "@/lib/positions/read.stances-on";
import { listHandouts } from "@/lib/talking-points/read.handouts";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { itemNameSelect, pointNames, titleOf } from "./read.items";
import { paperSelect, toPaper } from "./read.papers";
import { startsOf } from "./rules.agenda-times";
import { isTighter } from "./rules.attribution";
import { maxPapers } from "./rules.papers";
import type { Pack, PackInput, PackItem, PackProposition, PackUpdate } from "./schema.pack";

const organization = { select: organizationNameSelect };

const itemSelect = {
  ...itemNameSelect,
  ...{ whyEn: true, whyFr: true, minutes: true, attribution: true, inheritedFromId: true, propositionId: true },
  ...{ lead: organization, raises: organization },
  answerers: { orderBy: { organization: { slug: "asc" } }, select: { organization } },
  proposition: {
    select: {
      ...{ slug: true, number: true, currentVersion: true },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, titleEn: true, titleFr: true, statementEn: true, statementFr: true },
      },
    },
  },
} satisfies Prisma.AgendaItemSelect;

const packSelect = {
  ...{ id: true, slug: true, kind: true, part: true, state: true, titleEn: true, titleFr: true, hostId: true },
  ...{ purposeEn: true, purposeFr: true, placeEn: true, placeFr: true, attribution: true, zone: true },
  ...{ wallStart: true, startsAt: true, endsAt: true, host: organization },
  items: { where: { number: { not: null } }, orderBy: { number: "asc" }, select: itemSelect },
  papers: {
    where: { withdrawnAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: maxPapers,
    select: paperSelect,
  },
  filings: {
    orderBy: { organization: { slug: "asc" } },
    select: {
      ...{ filedAt: true, organization },
      lines: {
        orderBy: { number: "asc" },
        select: {
          ...{ whatEn: true, whatFr: true, whenEn: true, whenFr: true, contact: true, helpEn: true, helpFr: true },
          theme: { select: { titleEn: true, titleFr: true } },
        },
      },
    },
  },
} satisfies Prisma.BriefingSelect;

type Row = Prisma.BriefingGetPayload<{ select: typeof packSelect }>;
type ItemRow = Row["items"][number];
type Stances = Awaited<ReturnType<typeof listStancesOn>>;

const toUpdate = ({ organization: by, filedAt, lines }: Row["filings"][number], timeZone: string): PackUpdate => ({
  organization: toOrganizationName(by),
  filedOn: dayIn(timeZone, filedAt),
  lines: lines.map((it) => ({
    what: { en: it.whatEn, fr: it.whatFr },
    theme: it.theme && { en: it.theme.titleEn, fr: it.theme.titleFr },
    when: { en: it.whenEn, fr: it.whenFr },
    contact: it.contact,
    help: { en: it.helpEn, fr: it.helpFr },
  })),
});

function toProposition({ number, proposition, propositionId }: ItemRow, stances: Stances): PackProposition[] {
  const wording = proposition?.versions[0];
  if (!proposition || !wording) return [];
  return [
    {
      ...{ item: number ?? 0, slug: proposition.slug, number: proposition.number, version: wording.number },
      title: { en: wording.titleEn, fr: wording.titleFr },
      statement: { en: wording.statementEn, fr: wording.statementFr },
      stances: stances.filter((it) => it.propositionId === propositionId),
    },
  ];
}

/** A meeting as somebody takes it along, from live data and as this viewer reads it; always the same number of statements. */
export async function getPack(viewer: Viewer, { id, language }: PackInput & { language: Locale }): Promise<Pack> {
  const row = await db.briefing.findFirst({ where: { AND: [readableBy(viewer), { slug: id }] }, select: packSelect });
  if (!row) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  const ids = row.items.flatMap(({ talkingPointId }) => talkingPointId ?? []);
  const [{ today, timeZone }, illustrative, names, points, stances] = await Promise.all([
    readToday(db),
    isIllustrative(),
    db.talkingPoint.findMany(pointNames(viewer, ids)),
    listHandouts(viewer, ids, language),
    listStancesOn(
      viewer,
      row.items.flatMap(({ propositionId }) => propositionId ?? []),
    ),
  ]);
  const { starts, end, total } = startsOf(row.items, row.startsAt);
  const wallOf = (at: Date | null | undefined) => (at ? wallAt(row.zone, at) : null);
  const caucus = row.part === "caucus";
  const items = row.items.map(
    (it, at): PackItem => ({
      ...{ id: it.id, number: it.number ?? 0, kind: it.kind, ref: it.recommendation?.ref ?? null },
      ...{ title: titleOf(it, names), why: { en: it.whyEn, fr: it.whyFr } },
      ...{ minutes: it.minutes, startsAt: wallOf(starts[at]), lead: it.lead && toOrganizationName(it.lead) },
      raises: caucus && it.raises ? toOrganizationName(it.raises) : null,
      answerers: caucus ? it.answerers.map((one) => toOrganizationName(one.organization)) : [],
      attribution: it.attribution && isTighter(it.attribution, row.attribution) ? it.attribution : null,
      inherited: it.inheritedFromId !== null,
    }),
  );
  const agenda = items.map(({ id: item, number, title }) => ({ id: item, number, title }));
  const places = new Map(row.items.map((it, at) => [it.talkingPointId, at]));
  return {
    ...{ slug: row.slug, kind: row.kind, part: row.part, state: row.state, language, hours: viewer.hours },
    ...{ title: { en: row.titleEn, fr: row.titleFr }, purpose: { en: row.purposeEn, fr: row.purposeFr } },
    ...{ host: toOrganizationName(row.host), place: { en: row.placeEn, fr: row.placeFr }, day: today, illustrative },
    when:
      row.wallStart && row.startsAt && row.endsAt
        ? { start: row.wallStart, end: wallAt(row.zone, row.endsAt), zone: formatZone(row.zone, row.startsAt) }
        : null,
    ...{ attribution: row.attribution, items, expectedEnd: wallOf(end), minutes: total },
    papers: row.papers.map((it) => {
      const { viewer: _, ...told } = toPaper(it, { viewer, hostId: row.hostId, agenda });
      return told;
    }),
    updates: row.filings.filter(({ lines }) => lines.length > 0).map((it) => toUpdate(it, timeZone)),
    points: points.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)),
    propositions: row.items.flatMap((it) => toProposition(it, stances)),
  };
}
