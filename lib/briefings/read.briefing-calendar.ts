import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { sideParts } from "./constants";
import { mayHost, readableBy } from "./policy";
import { attendanceSelect, toAttendance } from "./read.attendance";
import type { BriefingCalendar, ClockChange } from "./schema.calendar";

const changeSelect = {
  ...{ kind: true, fromAt: true, toAt: true, fromVersion: true, toVersion: true, foundAt: true, toldAt: true },
  option: { select: { wallStart: true, zone: true } },
} satisfies Prisma.ClockChangeSelect;
type ChangeRow = Prisma.ClockChangeGetPayload<{ select: typeof changeSelect }>;
type Walls = { wallStart: string | null; answersCloseWall: string | null; zone: string };

const toClockChange = (row: ChangeRow, { wallStart, answersCloseWall, zone }: Walls): ClockChange => ({
  kind: row.kind,
  wall: row.option?.wallStart ?? (row.kind === "answers_close" ? answersCloseWall : wallStart) ?? "",
  zone: row.option?.zone ?? zone,
  from: row.fromAt.toISOString(),
  to: row.toAt.toISOString(),
  fromVersion: row.fromVersion,
  toVersion: row.toVersion,
  foundAt: row.foundAt.toISOString(),
  toldAt: row.toldAt?.toISOString() ?? null,
});

/** When a meeting is, what one's own organizations said of coming, and for its host what the clocks did. */
export async function getBriefingCalendar(viewer: Viewer, slug: string): Promise<BriefingCalendar> {
  const [now, row] = await Promise.all([
    readClock(db),
    db.briefing.findFirst({
      where: { AND: [readableBy(viewer), { slug }] },
      select: {
        ...{
          ...{ version: true, sequence: true, minutes: true },
          state: true,
          hostId: true,
          zone: true,
          wallStart: true,
          answersCloseWall: true,
          startsAt: true,
          endsAt: true,
        },
        parts: { where: { state: { not: "cancelled" } }, orderBy: { part: "asc" }, select: { part: true } },
        steps: { where: { kind: "cancelled" }, take: 1, select: { reasonEn: true, reasonFr: true } },
        clockChanges: { orderBy: [{ foundAt: "desc" }, { id: "asc" }], take: 100, select: changeSelect },
        invitees: {
          where: {
            removedAt: null,
            OR: [
              { organizationId: { in: organizationsOf(viewer) } },
              { office: { OR: [{ contactAddress: null }, { closedAt: { not: null } }] } },
            ],
          },
          orderBy: [{ organization: { slug: "asc" } }, { office: { slug: "asc" } }],
          select: {
            office: { select: { slug: true, titleEn: true, titleFr: true } },
            organization: { select: organizationNameSelect },
            attendance: { select: attendanceSelect },
          },
        },
      },
    }),
  ]);
  if (!row) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  const { state, zone, wallStart, startsAt, endsAt, steps, invitees, clockChanges } = row;
  const hosting = mayHost(viewer, row);
  const toCome = state === "scheduled" && startsAt !== null && startsAt > now;
  return {
    ...{ version: row.version, minutes: row.minutes, state, zone, wallStart },
    staying: sideParts.filter((it) => row.parts.some(({ part }) => part === it)),
    unreached: hosting
      ? invitees.flatMap(({ office: it }) => (it ? [{ slug: it.slug, title: { en: it.titleEn, fr: it.titleFr } }] : []))
      : null,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
    cancelled: steps[0] ? { en: steps[0].reasonEn ?? "", fr: steps[0].reasonFr ?? "" } : null,
    attendance: invitees.flatMap(({ organization, attendance: given }) =>
      organization
        ? [{ organization: toOrganizationName(organization), answer: given && toAttendance(given, row) }]
        : [],
    ),
    clockChanges: hosting ? clockChanges.map((it) => toClockChange(it, row)) : null,
    viewer: {
      mayHost: hosting,
      mayAnswer: state === "scheduled" && endsAt !== null && endsAt > now,
      mayMove: hosting && toCome,
    },
  };
}
