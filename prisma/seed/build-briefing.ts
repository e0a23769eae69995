import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { resolveWall } from "@/lib/platform/time/offset-at";
import { zoneDataVersion } from "@/lib/platform/time/zone-data";

type Option = { wallStart: string; wallEnd: string; zone?: string };
type Given = {
  host: { id: string };
  /** Organizations that are asked to come. */
  invited?: readonly { id: string }[];
  offices?: readonly { id: string }[];
  /** When it is, on the clock of its zone; it is scheduled then. */
  wallStart?: string;
  options?: readonly Option[];
  at: Date;
  id?: string;
  zone?: string;
  minutes?: number;
} & Partial<Omit<Prisma.BriefingCreateManyInput, "id" | "zone" | "minutes" | "hostId" | "wallStart">>;

/** The instant of a wall time that exists, and the end so many minutes later. */
export function timesOf(zone: string, wallStart: string, minutes: number) {
  const answer = resolveWall(zone, wallStart);
  if (answer.kind === "never") throw new RangeError(`no clock of ${zone} shows ${wallStart}`);
  const startsAt = answer.kind === "once" ? answer.instant : answer.first;
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), zoneVersion: zoneDataVersion };
}

/** The rows of a meeting: as the demonstration has them, and as tests build them. */
export function buildBriefing(given: Given) {
  const { host, invited = [], offices = [], wallStart, options = [], at, ...more } = given;
  const { id = randomUUID(), zone = "America/Toronto", minutes = 90, ...fields } = more;
  const briefing = {
    id,
    slug: `briefing-${id.slice(0, 8)}`,
    kind: offices.length > 0 ? ("government" as const) : ("civil_society" as const),
    titleEn: "A meeting",
    titleFr: "Une rencontre",
    attribution: "not_for_attribution" as const,
    stampedAt: at,
    createdAt: at,
    state: wallStart ? ("scheduled" as const) : options.length > 0 ? ("polling" as const) : ("planned" as const),
    ...(wallStart ? { wallStart, ...timesOf(zone, wallStart, minutes) } : {}),
    ...fields,
    zone,
    minutes,
    hostId: host.id,
  } satisfies Prisma.BriefingCreateManyInput;
  const invitees = [
    ...invited.map((it) => ({ id: randomUUID(), briefingId: id, organizationId: it.id, officeId: null })),
    ...offices.map((it) => ({ id: randomUUID(), briefingId: id, organizationId: null, officeId: it.id })),
  ] satisfies Prisma.BriefingInviteeCreateManyInput[];
  const dates = options.map(({ wallStart: from, wallEnd, zone: own = zone }, index) => ({
    ...{ id: randomUUID(), briefingId: id, number: index + 1, zone: own, wallStart: from, wallEnd, stampedAt: at },
    startsAt: timesOf(own, from, 0).startsAt,
    endsAt: timesOf(own, wallEnd, 0).startsAt,
    zoneVersion: zoneDataVersion,
  })) satisfies Prisma.DateOptionCreateManyInput[];
  const steps = [
    { briefingId: id, number: 1, kind: "planned" as const, at },
    ...(wallStart ? [{ briefingId: id, number: 2, kind: "scheduled" as const, at, wallStart }] : []),
  ] satisfies Prisma.BriefingStepCreateManyInput[];
  return { briefing, invitees, dates, steps };
}
export type BuiltBriefing = ReturnType<typeof buildBriefing>;
