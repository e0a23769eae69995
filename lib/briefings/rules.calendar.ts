import type { CalendarEvent, EventTime } from "@/lib/platform/calendar/calendar";
import type { BriefingState } from "./constants";

type Stamped = { id: string; sequence: number; stampedAt: Date };

export type DatedMeeting = Stamped & {
  state: BriefingState;
  zone: string;
  wallStart: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
};

export type DatedOption = Stamped & {
  allDay: boolean;
  wallStart: string;
  wallEnd: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  withdrawnAt: Date | null;
  chosenAt: Date | null;
};

/** What stands in calendars under one id: the meeting, or a date that is held for it. */
export type Entry = Pick<CalendarEvent, "sequence" | "stampedAt" | "status" | "time"> & {
  id: string;
  possible: boolean;
};

const toTime = (it: {
  allDay: boolean;
  zone: string;
  wallStart: string;
  wallEnd: string;
  startsAt: Date;
  endsAt: Date;
}): EventTime =>
  it.allDay
    ? { firstDay: it.wallStart.slice(0, 10), lastDay: it.wallEnd.slice(0, 10) }
    : { starts: it.startsAt, ends: it.endsAt, zone: it.zone };

/** The date that was chosen first: the meeting goes on under its id, wherever it is moved, so that what was held becomes it. */
export const findEntryOption = (options: readonly DatedOption[]): DatedOption | null =>
  options
    .filter((it) => it.chosenAt !== null)
    .sort((a, b) => Number(a.chosenAt) - Number(b.chosenAt) || (a.id < b.id ? -1 : 1))[0] ?? null;

/** How often what stands under an id has changed: each date of a poll, the meeting itself, and what became of them. */
const phases: Record<BriefingState, number> = { planned: 0, polling: 0, scheduled: 1, published: 1, cancelled: 2 };

export function sequenceOf(meeting: Pick<DatedMeeting, "state" | "sequence">, option: { sequence: number } | null) {
  return meeting.sequence + (option?.sequence ?? 0) + phases[meeting.state];
}

/** The meeting as calendars have it; none before it has a date. */
export function meetingEntry(meeting: DatedMeeting, options: readonly DatedOption[]): Entry | null {
  const { state, startsAt, endsAt, wallStart, zone } = meeting;
  if (!startsAt || !endsAt || !wallStart || state === "planned" || state === "polling") return null;
  const option = findEntryOption(options);
  const allDay = wallStart.length === 10;
  const wallEnd = allDay ? new Date(endsAt.getTime() - 1).toISOString() : wallStart;
  return {
    id: option?.id ?? meeting.id,
    possible: false,
    sequence: sequenceOf(meeting, option),
    stampedAt: meeting.stampedAt,
    status: state === "cancelled" ? "CANCELLED" : "CONFIRMED",
    time: toTime({ allDay, zone, wallStart, wallEnd, startsAt, endsAt }),
  };
}

/** Everything that stands in calendars for it: dates that are held while they are offered, then the meeting, and the others let go. */
export function entriesOf(meeting: DatedMeeting, options: readonly DatedOption[]): Entry[] {
  const own = meetingEntry(meeting, options);
  // Before the poll opens nobody is asked, and nothing is held.
  if (meeting.state === "planned") return [];
  const offered = meeting.state === "polling";
  const holds = options
    .filter(({ id }) => id !== own?.id)
    .map((option): Entry => {
      const held = offered && option.withdrawnAt === null;
      const letGo = !offered && meeting.stampedAt > option.stampedAt ? meeting.stampedAt : option.stampedAt;
      return {
        ...{ id: option.id, possible: true, sequence: sequenceOf(meeting, option), time: toTime(option) },
        stampedAt: held ? option.stampedAt : letGo,
        status: held ? "TENTATIVE" : "CANCELLED",
      };
    });
  return own ? [own, ...holds] : holds;
}

/** An entry as it is taken out of a calendar; null where nothing is known of it any more. */
export function cancellationOf(meeting: DatedMeeting, options: readonly DatedOption[], entryId: string): Entry | null {
  const entry = entriesOf(meeting, options).find(({ id }) => id === entryId);
  return entry ? { ...entry, possible: false, status: "CANCELLED" } : null;
}
