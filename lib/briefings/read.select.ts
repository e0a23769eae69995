import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { toDay } from "@/lib/platform/time/day";
import { organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayHost } from "./policy";
import { isOverdue, phaseOf } from "./rules";
import type { Briefing, BriefingName, SequencePart } from "./schema";

const present = { removedAt: null } satisfies Prisma.BriefingInviteeWhereInput;
/** At most a few to a meeting; organizations are counted, and not read. */
const offices = { ...present, officeId: { not: null } } satisfies Prisma.BriefingInviteeWhereInput;

export const briefingNameSelect = {
  slug: true,
  titleEn: true,
  titleFr: true,
  kind: true,
  part: true,
} satisfies Prisma.BriefingSelect;
type NameRow = Prisma.BriefingGetPayload<{ select: typeof briefingNameSelect }>;

export const toBriefingName = ({ slug, titleEn, titleFr, kind, part }: NameRow): BriefingName => ({
  ...{ slug, title: { en: titleEn, fr: titleFr }, kind, part },
});

export const sequencePartSelect = {
  ...briefingNameSelect,
  state: true,
  zone: true,
  wallStart: true,
  startsAt: true,
  endsAt: true,
  minutes: true,
  attribution: true,
  _count: { select: { invitees: { where: present } } },
  invitees: { where: offices, select: { organizationId: true } },
} satisfies Prisma.BriefingSelect;
type PartRow = Prisma.BriefingGetPayload<{ select: typeof sequencePartSelect }>;

export function toSequencePart(row: PartRow, now: Date): SequencePart {
  const { state, zone, wallStart, startsAt, endsAt, minutes, attribution } = row;
  const asked = row.invitees.filter(({ organizationId }) => organizationId === null).length;
  const timed = wallStart !== null && startsAt !== null && endsAt !== null;
  return {
    ...toBriefingName(row),
    ...{ state, phase: phaseOf(row, now), zone, minutes, attribution },
    time: timed ? { wall: wallStart, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() } : null,
    ...{ organizations: row._count.invitees - asked, offices: asked },
  };
}

/** Of one day, a caucus stands before its room and a debrief after it. */
export const inOrderOfDay = [
  { startsAt: { sort: "asc", nulls: "last" } },
  { part: "asc" },
] satisfies Prisma.BriefingOrderByWithRelationInput[];

/** Of those who are invited, the viewer's own organizations are read; beside offices, which are counted. */
export const briefingSelect = (viewer: Viewer) =>
  ({
    ...sequencePartSelect,
    invitees: {
      where: { OR: [offices, { ...present, organizationId: { in: organizationsOf(viewer) } }] },
      select: { organizationId: true },
    },
    id: true,
    hostId: true,
    host: { select: organizationNameSelect },
    quorum: true,
    cadence: true,
    dueOn: true,
    answersCloseWall: true,
    answersCloseAt: true,
    callClosesOn: true,
    createdAt: true,
    parts: { orderBy: inOrderOfDay, select: sequencePartSelect },
  }) satisfies Prisma.BriefingSelect;
export type BriefingRow = Prisma.BriefingGetPayload<{ select: ReturnType<typeof briefingSelect> }>;

export type Reader = { viewer: Viewer; now: Date; today: string };

export const dayOrNull = (date: Date | null) => (date === null ? null : toDay(date));

/** The viewer's own organizations that are invited, by their addresses. */
function invitedOf({ invitees }: Pick<BriefingRow, "invitees">, viewer: Viewer): string[] {
  const own = new Set(organizationsOf(viewer));
  const invited = new Set(invitees.map(({ organizationId }) => organizationId));
  return viewer.representations
    .filter((it) => own.has(it.organizationId) && invited.has(it.organizationId))
    .map(({ slug }) => slug);
}

export function toBriefing(row: BriefingRow, { viewer, now, today }: Reader): Briefing {
  const { quorum, cadence, answersCloseWall, answersCloseAt } = row;
  const dueOn = dayOrNull(row.dueOn);
  return {
    ...toSequencePart(row, now),
    ...{ host: toOrganizationName(row.host), quorum, cadence, dueOn },
    overdue: isOverdue({ state: row.state, dueOn }, today),
    answersClose:
      answersCloseWall && answersCloseAt ? { wall: answersCloseWall, at: answersCloseAt.toISOString() } : null,
    callClosesOn: dayOrNull(row.callClosesOn),
    parts: row.parts.map((it) => toSequencePart(it, now)),
    viewer: { mayHost: mayHost(viewer, row), invited: invitedOf(row, viewer) },
  };
}
