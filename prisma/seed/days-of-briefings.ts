import type { Tx } from "@/lib/platform/db/client";
import { toDay } from "@/lib/platform/time/day";
import { dayAt } from "@/lib/platform/time/offset-at";
import { addDays, type ClosingRule, holidayOn } from "@/lib/platform/time/working-days";
import type { BriefingFiles } from "./read-briefings";
import { weekdays } from "./shapes-briefings";

export type BriefingCalendar = { today: string; rule: ClosingRule; provincial: string[] };

/** From which day the days of meetings are counted, and which days are closed. */
export async function readBriefingCalendar(tx: Tx, now: Date): Promise<BriefingCalendar> {
  const { timeZone, quebecDay, weekendRule } = await tx.network.findUniqueOrThrow({ where: { id: 1 } });
  const closed = await tx.closingDay.findMany({ where: { kind: "provincial" }, orderBy: { firstOn: "asc" } });
  return {
    today: dayAt(timeZone, now),
    rule: { quebecDay, weekendRule },
    provincial: closed.map(({ firstOn }) => toDay(firstOn)),
  };
}

/** The first such weekday on or after a day. */
function onWeekday(day: string, weekday: (typeof weekdays)[number] | null): string {
  if (weekday === null) return day;
  return addDays(day, (weekdays.indexOf(weekday) - new Date(day).getUTCDay() + 7) % 7);
}

/** The next day on which a province closes, as the network entered it; else the next on which federal offices do. */
function nextClosingDay({ rule, provincial }: BriefingCalendar, after: string): string {
  const entered = provincial.find((day) => day > after);
  if (entered) return entered;
  let day = addDays(after, 1);
  while (!holidayOn(day, rule)) day = addDays(day, 1);
  return day;
}

/** The day of a meeting; none while it waits for one. */
export function dayOfMeeting({ today }: BriefingCalendar, row: BriefingFiles["briefings"][number]): string | null {
  const days = row.in_days ?? (row.days_ago === null ? null : -row.days_ago);
  return days === null ? null : onWeekday(addDays(today, days), row.weekday);
}

/** The day of a date that is offered; a closing day comes after the others. */
export function dayOfOption(
  calendar: BriefingCalendar,
  row: BriefingFiles["options"][number],
  all: BriefingFiles["options"],
): string {
  const counted = (it: BriefingFiles["options"][number]) =>
    onWeekday(addDays(calendar.today, it.in_days ?? -(it.days_ago ?? 0)), it.weekday);
  if (row.on === null) return counted(row);
  const others = all.filter((it) => it.briefing === row.briefing && it.on === null).map(counted);
  return nextClosingDay(calendar, others.sort().at(-1) ?? calendar.today);
}
