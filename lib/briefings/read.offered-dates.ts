import "server-only";
import { closingsOn } from "@/lib/network/read.closing-days";
import type { Tx } from "@/lib/platform/db/client";
import { dayAt, offsetAt, wallAt } from "@/lib/platform/time/offset-at";
import { addDays } from "@/lib/platform/time/working-days";
import type { DateFound, InviteeFound, PollFound } from "./read.poll-select";
import { findClockTurn } from "./rules.date-walls";
import { answerTo, findBest, listReasons, reachesQuorum, tallyOf } from "./rules.dates";
import type { OfferedDate } from "./schema.dates";

type Closings = Awaited<ReturnType<typeof closingsOn>>;
type Reading = { now: Date; own: string; network: string; closings: Closings };

/** The same hours on another clock. A whole day is a day of its own zone, and is read nowhere else. */
function readElsewhere({ allDay, zone, startsAt, endsAt, wallStart }: DateFound, { own, network }: Reading) {
  if (allDay) return [];
  return [...new Set([own, network])]
    .filter((it) => it !== zone && wallAt(it, startsAt) !== wallStart)
    .map((it) => ({ zone: it, own: it === own, wallStart: wallAt(it, startsAt), wallEnd: wallAt(it, endsAt) }));
}

function readClockTurn({ zone, startsAt }: DateFound, own: string): OfferedDate["clockTurn"] {
  const there = findClockTurn(zone, startsAt, offsetAt);
  const here = own === zone ? there : findClockTurn(own, startsAt, offsetAt);
  return there ? { on: dayAt(zone, there), own: here !== null } : null;
}

const lastDayOf = ({ allDay, wallEnd }: DateFound) =>
  // What ends at midnight does not reach into the next day.
  !allDay && wallEnd.endsWith("T00:00") ? addDays(wallEnd.slice(0, 10), -1) : wallEnd.slice(0, 10);

/** Every day that a date touches. */
function daysOf(row: DateFound): string[] {
  const last = lastDayOf(row);
  const days = [];
  for (let day = row.wallStart.slice(0, 10); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** What closes on the days that are offered, for those in these provinces. */
export const readClosings = (
  tx: Tx,
  { options }: Pick<PollFound, "options">,
  where: Parameters<typeof closingsOn>[2],
) => closingsOn(tx, [...new Set(options.flatMap(daysOf))], where);

const answersTo = (date: DateFound, invitees: readonly InviteeFound[]) =>
  invitees.map((invitee) =>
    answerTo(
      date,
      invitee.answers.find((it) => it.optionId === date.id),
    ),
  );

/** What can be told of a date by what was said of it. */
export const toRanked = (date: DateFound, invitees: readonly InviteeFound[]) => ({
  id: date.id,
  startsAt: date.startsAt,
  tally: tallyOf(
    answersTo(
      date,
      invitees.filter((it) => it.organizationId !== null),
    ),
  ),
  offices: answersTo(
    date,
    invitees.filter((it) => it.office !== null),
  ),
});

/** The dates that stand, in their order, with what is known of each day and each answer. */
export function toOfferedDates(found: PollFound, reading: Reading): OfferedDate[] {
  const ranked = found.options.map((it) => toRanked(it, found.invitees));
  const best = findBest(ranked, { government: found.kind === "government", now: reading.now });
  return found.options.map((row, at) => {
    const tally = ranked[at]?.tally ?? tallyOf([]);
    const { id, revision, allDay, wallStart, wallEnd, zone } = row;
    return {
      ...{ id, revision, allDay, wallStart, wallEnd, zone },
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      note: { en: row.noteEn ?? "", fr: row.noteFr ?? "" },
      elsewhere: readElsewhere(row, reading),
      clockTurn: readClockTurn(row, reading.own),
      closings: listReasons(daysOf(row), reading.closings),
      tally,
      best: found.state === "polling" && row.id === best,
      quorumReached: reachesQuorum(tally, found.quorum),
      chosen: row.chosenAt !== null,
    };
  });
}
