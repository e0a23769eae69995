import "server-only";
import { toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { wallAt } from "@/lib/platform/time/offset-at";
import { readToday } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";
import { mayAnswerFor, mayHost, mayReadLogistics, readableBy } from "./policy";
import { mayReadNote } from "./policy.dates";
import { readClosings, toOfferedDates } from "./read.offered-dates";
import { answersOf, type InviteeFound, isComplete, type PollFound, pollSelect } from "./read.poll-select";
import { answerObstacle } from "./rules.dates";
import type { Poll, PollRow } from "./schema.dates";

export function toCloses({ answersCloseWall: wall, answersCloseAt: at, zone }: PollFound, own: string, now: Date) {
  if (wall === null || at === null) return null;
  const there = wallAt(own, at);
  return { wall, at: at.toISOString(), own: own === zone || there === wall ? null : there, over: at <= now };
}

function toRow(invitee: InviteeFound, found: PollFound, viewer: Viewer): PollRow {
  const { reply, links } = invitee;
  const answers = answersOf(invitee, found.options);
  const shown = Object.values(answers);
  return {
    answers,
    complete: isComplete(invitee, found.options),
    // Said of the dates as they were: of another date that was added since, nothing is known.
    noneWorks: reply?.noneWorks === true && shown.length > 0 && shown.every((it) => it === "no"),
    version: reply?.version ?? null,
    source: reply?.enteredByHost ? { en: reply.sourceEn ?? "", fr: reply.sourceFr ?? "" } : null,
    enteredByHost: reply?.enteredByHost ?? false,
    note: mayReadNote(viewer, { ...found, organizationId: invitee.organizationId }) ? (reply?.note ?? null) : null,
    links: mayReadLogistics(viewer, found)
      ? links.map(({ id, address, createdAt, expiresAt }) => ({
          ...{ id, address, sentAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
        }))
      : null,
  };
}

/** The poll of a meeting as the network reads it: the dates, who was asked, and what they said. */
export async function getPoll(viewer: Viewer, slug: string): Promise<Poll> {
  const { now, timeZone } = await readToday(db);
  const found = await db.briefing.findFirst({
    where: { AND: [readableBy(viewer), { slug }] },
    select: pollSelect(now),
  });
  if (!found) throw new Refusal("NOT_FOUND", "noSuchBriefing");
  const provinces = [...new Set(found.invitees.flatMap((it) => (it.organization ? [it.organization.province] : [])))];
  const closings = await readClosings(db, found, { provinces, entered: true });
  const own = viewer.timeZone ?? timeZone;
  const open = answerObstacle(found, false, now) === null;
  const members = found.invitees.flatMap((it) => (it.organization ? [{ ...it, organization: it.organization }] : []));
  const offices = found.invitees.flatMap((it) => (it.office ? [{ ...it, office: it.office }] : []));
  const [reopening] = found.steps;
  return {
    id: found.slug,
    title: { en: found.titleEn ?? "", fr: found.titleFr ?? "" },
    kind: found.kind,
    state: found.state,
    host: toOrganizationName(found.host),
    zone: found.zone,
    minutes: found.minutes,
    quorum: found.quorum,
    closes: toCloses(found, own, now),
    dates: toOfferedDates(found, { now, own, network: timeZone, closings }),
    organizations: members
      .map((it) => ({ organization: toOrganizationName(it.organization), ...toRow(it, found, viewer) }))
      .sort((a, b) => a.organization.slug.localeCompare(b.organization.slug)),
    offices: offices.map((it) => ({
      office: { slug: it.office.slug, title: { en: it.office.titleEn, fr: it.office.titleFr } },
      ...toRow(it, found, viewer),
    })),
    reopened: reopening ? { en: reopening.reasonEn ?? "", fr: reopening.reasonFr ?? "" } : null,
    viewer: {
      zone: own,
      mayHost: mayHost(viewer, found),
      answersFor: open
        ? members.filter((it) => mayAnswerFor(viewer, it.organizationId ?? "")).map((it) => it.organization.slug)
        : [],
    },
  };
}
