import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { toDay } from "@/lib/platform/time/day";
import type { Today } from "@/lib/platform/time/today";
import { addDays } from "@/lib/platform/time/working-days";
import { dayIn } from "@/lib/platform/time/zone";
import { belongsTo, organizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayAnswerFor, readableBy } from "./policy";
import { briefingNameSelect, toBriefingName } from "./read.select";
import type { BriefingTask } from "./schema.tasks";

const inviteeSelect = (own: string[]) =>
  ({
    organizationId: true,
    answers: { select: { optionId: true, revision: true } },
    attendance: { select: { answer: true, sequence: true } },
    briefing: {
      select: {
        ...briefingNameSelect,
        ...{ state: true, startsAt: true, answersCloseAt: true, callClosesOn: true, sequence: true },
        options: { where: { withdrawnAt: null }, select: { id: true, revision: true } },
        items: { where: { proposedById: { in: own } }, select: { proposedById: true } },
        filings: { where: { organizationId: { in: own } }, select: { organizationId: true } },
      },
    },
  }) satisfies Prisma.BriefingInviteeSelect;
type Invitee = Prisma.BriefingInviteeGetPayload<{ select: ReturnType<typeof inviteeSelect> }>;

/** What meetings ask of the viewer's organizations that are invited: dates, items, who comes, and what they do. */
export async function listBriefingTasks(viewer: Viewer, moment: Today): Promise<BriefingTask[]> {
  const own = organizationsOf(viewer);
  if (own.length === 0) return [];
  const { now, today } = moment;
  const open: Prisma.BriefingWhereInput = {
    OR: [
      { state: "polling" },
      { state: "scheduled", startsAt: { gt: now } },
      { state: "planned", callClosesOn: { gte: new Date(today) } },
    ],
  };
  const rows = await db.briefingInvitee.findMany({
    where: { organizationId: { in: own }, removedAt: null, briefing: { AND: [readableBy(viewer), open] } },
    orderBy: [{ briefing: { startsAt: { sort: "asc", nulls: "last" } } }, { briefing: { slug: "asc" } }],
    select: inviteeSelect(own),
  });
  return rows.flatMap((row) => {
    const organization = viewer.representations.find((it) => it.organizationId === row.organizationId);
    if (!organization || !belongsTo(viewer, organization.organizationId)) return [];
    const answers = mayAnswerFor(viewer, organization.organizationId);
    return tasksOf(viewer, row, organization.slug, moment).filter((it) => answers || it.kind !== "poll");
  });
}

function tasksOf(viewer: Viewer, row: Invitee, organization: string, { now, today, timeZone }: Today): BriefingTask[] {
  const { briefing, organizationId } = row;
  const { slug: thing, startsAt, answersCloseAt, callClosesOn, sequence } = briefing;
  const about = { briefing: toBriefingName(briefing) };
  const key = { noun: "briefings" as const, organization, thing, person: null };
  // Nobody waits for an answer any more once the asking is over.
  const closes = answersCloseAt && dayIn(timeZone, new Date(answersCloseAt.getTime() - 1));
  const polled = briefing.state === "polling" && (answersCloseAt === null || answersCloseAt > now);
  const call = callClosesOn && toDay(callClosesOn);
  const on = startsAt && dayIn(timeZone, startsAt);
  const before = on && addDays(on, -1);
  const proposed = briefing.items.some((it) => it.proposedById === organizationId);
  const filed = briefing.filings.some((it) => it.organizationId === organizationId);
  const drafts = mayAnswerFor(viewer, organizationId ?? "");
  const said = row.attendance;
  const undecided = said === null || said.answer === "undecided" || said.sequence !== sequence;
  const revisions = briefing.options.reduce((sum, it) => sum + it.revision, 0);
  return [
    ...(polled && isUnanswered(row)
      ? [{ ...key, kind: "poll" as const, version: revisions, day: closes, facts: { ...about, closesOn: closes } }]
      : []),
    ...(call && call >= today && drafts && !proposed
      ? [{ ...key, kind: "items" as const, version: 1, day: call, facts: { ...about, closesOn: call } }]
      : []),
    ...(on && undecided
      ? [{ ...key, kind: "attendance" as const, version: sequence, day: before, facts: { ...about, on } }]
      : []),
    ...(on && briefing.kind === "civil_society" && drafts && !filed
      ? [{ ...key, kind: "update" as const, version: 1, day: before, facts: { ...about, on } }]
      : []),
  ];
}

/** Some date has no answer, or one that was given before it was changed. "None of these works" is a no to each that was there. */
function isUnanswered({ answers, briefing: { options } }: Invitee): boolean {
  return options.some(({ id, revision }) => !answers.some((it) => it.optionId === id && it.revision === revision));
}
