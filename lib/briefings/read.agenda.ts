import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { toDay } from "@/lib/platform/time/day";
import { wallAt } from "@/lib/platform/time/offset-at";
import { readToday } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";
import { mayAnswerFor, mayHost, readableBy } from "./policy";
import { declinedReadableBy } from "./policy.agenda";
import { agendaObstacle, callObstacle, minutesOver, outcomeObstacle } from "./rules.agenda";
import { startsOf } from "./rules.agenda-times";
import { attributionOf } from "./rules.attribution";
import type { Agenda, AgendaItem, BriefingName } from "./schema.agenda";

export const briefingNameSelect = {
  slug: true,
  kind: true,
  part: true,
  titleEn: true,
  titleFr: true,
  startsAt: true,
  zone: true,
} satisfies Prisma.BriefingSelect;

type NameRow = Prisma.BriefingGetPayload<{ select: typeof briefingNameSelect }>;

export const toBriefingName = ({ slug, kind, part, titleEn, titleFr, startsAt, zone }: NameRow): BriefingName => ({
  ...{ slug, kind, part, zone },
  title: { en: titleEn, fr: titleFr },
  startsAt: startsAt?.toISOString() ?? null,
});

const organization = { select: organizationNameSelect };

/** Without who raises it and who answers: that is read for the caucus alone. */
const itemSelect = {
  id: true,
  number: true,
  kind: true,
  titleEn: true,
  titleFr: true,
  whyEn: true,
  whyFr: true,
  minutes: true,
  attribution: true,
  outcome: true,
  createdAt: true,
  declinedAt: true,
  declinedEn: true,
  declinedFr: true,
  proposedById: true,
  recommendation: { select: { ref: true, slug: true, titleEn: true, titleFr: true } },
  talkingPoint: { select: { slug: true, current: { select: { titleEn: true, titleFr: true } } } },
  proposition: {
    select: {
      slug: true,
      number: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true, titleFr: true } },
    },
  },
  approves: { select: briefingNameSelect },
  lead: organization,
  proposedBy: organization,
  inheritedFrom: { select: { briefing: { select: briefingNameSelect } } },
  _count: { select: { papers: { where: { withdrawnAt: null } } } },
} satisfies Prisma.AgendaItemSelect;

const caucusSelect = {
  raises: organization,
  answerers: { orderBy: { organization: { slug: "asc" } }, select: { organization } },
} satisfies Prisma.AgendaItemSelect;

type ItemRow = Prisma.AgendaItemGetPayload<{ select: typeof itemSelect }> &
  Partial<Prisma.AgendaItemGetPayload<{ select: typeof caucusSelect }>>;

const pairOf = (it: { titleEn: string | null; titleFr: string | null } | undefined) => ({
  en: it?.titleEn ?? null,
  fr: it?.titleFr ?? null,
});

/** The thing that an item speaks of, where it speaks of one. */
function aboutOf({ recommendation, talkingPoint, proposition, approves }: ItemRow): AgendaItem["about"] {
  if (recommendation) return { ref: recommendation.ref, slug: recommendation.slug, title: pairOf(recommendation) };
  if (talkingPoint) return { ref: talkingPoint.slug, slug: talkingPoint.slug, title: pairOf(talkingPoint.current) };
  if (proposition)
    return { ref: String(proposition.number), slug: proposition.slug, title: pairOf(proposition.versions[0]) };
  return approves ? { ref: approves.slug, slug: approves.slug, title: pairOf(approves) } : null;
}

const briefingSelect = {
  ...briefingNameSelect,
  id: true,
  state: true,
  hostId: true,
  attribution: true,
  minutes: true,
  endsAt: true,
  agendaVersion: true,
  callClosesOn: true,
  followsId: true,
  partOf: { select: briefingNameSelect },
  host: organization,
  invitees: {
    where: { organizationId: { not: null }, removedAt: null },
    orderBy: { organization: { slug: "asc" } },
    select: { organizationId: true, organization },
  },
} satisfies Prisma.BriefingSelect;

type BriefingRow = Prisma.BriefingGetPayload<{ select: typeof briefingSelect }>;

type Beginning = { after: number | null; at: Date | null };
/** What is only proposed has none. */
const nowhere: Beginning = { after: null, at: null };

function toItem(viewer: Viewer, meeting: BriefingRow, row: ItemRow, { after, at }: Beginning): AgendaItem {
  const { id, kind, minutes, attribution, outcome, lead, proposedBy, declinedAt } = row;
  const proposed = row.number === null && declinedAt === null && row.proposedById !== null;
  return {
    ...{ id, kind, minutes, after, attribution, outcome },
    about: aboutOf(row),
    title: pairOf(row),
    why: { en: row.whyEn, fr: row.whyFr },
    starts: at && momentOf(meeting.zone, at),
    lead: lead && toOrganizationName(lead),
    rule: attributionOf(attribution, meeting.attribution),
    inheritedFrom: row.inheritedFrom && toBriefingName(row.inheritedFrom.briefing),
    papers: row._count.papers,
    proposedBy: proposedBy && toOrganizationName(proposedBy),
    caucus: row.answerers
      ? {
          raises: row.raises ? toOrganizationName(row.raises) : null,
          answers: row.answerers.map((it) => toOrganizationName(it.organization)),
        }
      : null,
    declined: declinedAt && {
      at: declinedAt.toISOString(),
      reason: { en: row.declinedEn, fr: row.declinedFr },
    },
    viewer: { mayTakeBack: proposed && mayAnswerFor(viewer, row.proposedById ?? "") },
  };
}

/** A moment as the clock of the meeting shows it; the page's own time zone has no say in it. */
const momentOf = (zone: string, at: Date) => ({ at: at.toISOString(), wall: wallAt(zone, at) });

/**
 * Items that were not reached and that no later meeting has taken over. Once the meeting is over, one of which nothing was
 * said counts as not reached; an approval does not, as every agenda begins with its own.
 */
export const leftOver = (now: Date): Prisma.AgendaItemWhereInput => ({
  number: { not: null },
  OR: [{ outcome: "not_reached" }, { outcome: "open", kind: { not: "approval" }, briefing: { endsAt: { lte: now } } }],
  inheritedBy: { none: { briefing: { state: { not: "cancelled" } } } },
});

type Following = { id: string; kind: BriefingName["kind"]; part: BriefingName["part"]; followsId: string | null };

/** The meeting whose items can be taken over: the one that this follows, else the last of its kind that left any. */
export const findPredecessor = (tx: Tx, meeting: Following & { startsAt: Date | null }, now: Date) =>
  tx.briefing.findFirst({
    where: {
      items: { some: leftOver(now) },
      state: { in: ["scheduled", "published"] },
      ...(meeting.followsId
        ? { id: meeting.followsId }
        : {
            kind: meeting.kind,
            part: meeting.part,
            startsAt: { lt: meeting.startsAt ?? now },
            id: { not: meeting.id },
          }),
    },
    orderBy: { startsAt: "desc" },
    select: { ...briefingNameSelect, id: true, _count: { select: { items: { where: leftOver(now) } } } },
  });

/** The agenda of a meeting, in its order, with when each item begins. Who raises and who answers comes with the caucus's view alone. */
export async function readAgenda(viewer: Viewer, slug: string, { caucus = false } = {}): Promise<Agenda> {
  const [meeting, rows, { now, today }] = await Promise.all([
    db.briefing.findFirst({ where: { AND: [readableBy(viewer), { slug }] }, select: briefingSelect }),
    db.agendaItem.findMany({
      where: { briefing: { AND: [readableBy(viewer), { slug }] }, ...declinedReadableBy(viewer) },
      orderBy: [{ number: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
      select: caucus ? { ...itemSelect, ...caucusSelect } : itemSelect,
    }),
    readToday(db),
  ]);
  if (!meeting) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  const hosts = mayHost(viewer, meeting);
  const open = agendaObstacle(meeting, now) === null;
  const predecessor = hosts && open ? await findPredecessor(db, meeting, now) : null;
  const items = rows.filter((it) => it.number !== null);
  const { startsAt, attribution, minutes, zone } = meeting;
  const { after, starts, end, total } = startsOf(items, startsAt);
  const callClosesOn = meeting.callClosesOn && toDay(meeting.callClosesOn);
  const calls = callObstacle({ ...meeting, callClosesOn }, now, today) === null;
  const invited = meeting.invitees.flatMap((it) => (it.organization ? [it] : []));
  const names = invited.flatMap((it) => (it.organization ? [toOrganizationName(it.organization)] : []));
  const host = toOrganizationName(meeting.host);
  return {
    briefing: toBriefingName(meeting),
    state: meeting.state,
    partOf: meeting.partOf && toBriefingName(meeting.partOf),
    version: meeting.agendaVersion,
    ...{ attribution, minutes, total, over: minutesOver(total, minutes) },
    starts: startsAt && momentOf(zone, startsAt),
    ends: end && momentOf(zone, end),
    items: items.map((row, n) => toItem(viewer, meeting, row, { after: after[n] ?? 0, at: starts[n] ?? null })),
    proposed: rows.filter((it) => it.number === null).map((row) => toItem(viewer, meeting, row, nowhere)),
    call: callClosesOn ? { closesOn: callClosesOn, open: calls } : null,
    organizations: names.some((it) => it.slug === host.slug) ? names : [host, ...names],
    left: predecessor && { briefing: toBriefingName(predecessor), count: predecessor._count.items },
    viewer: {
      mayEdit: hosts && open,
      mayMark: hosts && outcomeObstacle(meeting, now) === null,
      proposesFor: calls
        ? invited.flatMap((it) =>
            it.organization && mayAnswerFor(viewer, it.organizationId ?? "")
              ? [toOrganizationName(it.organization)]
              : [],
          )
        : [],
    },
  };
}
