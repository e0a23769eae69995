import { addDays } from "@/lib/platform/time/working-days";

export type DatePattern = {
  /** Monday is 1, Sunday 7. */
  weekdays: readonly number[];
  firstOn: string;
  lastOn: string;
  allDay: boolean;
  /** Between which hours, `10:00`. */
  from: string;
  until: string;
  /** How long each lasts, one after the other between these hours; the whole of them where it is not said. */
  minutes?: number | undefined;
};

type Walls = { wallStart: string; wallEnd: string };

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

const toMinutes = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));
const toHour = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The times of one day, as a clock shows them. What does not fit in whole between the hours is left out. */
function slotsOf({ from, until, minutes }: DatePattern): [string, string][] {
  const [begins, ends] = [toMinutes(from), toMinutes(until)];
  if (minutes === undefined) return begins < ends ? [[from, until]] : [];
  const slots: [string, string][] = [];
  for (let at = begins; at + minutes <= ends; at += minutes) slots.push([toHour(at), toHour(at + minutes)]);
  return slots;
}

/** "Tuesdays and Thursdays in March, 10:00 to 15:00": the days between two others, both included, with their hours. */
export function listDates(pattern: DatePattern): Walls[] {
  const wanted = new Set(pattern.weekdays);
  const slots = slotsOf(pattern);
  const dates: Walls[] = [];
  for (let day = pattern.firstOn; day <= pattern.lastOn; day = addDays(day, 1)) {
    if (!wanted.has(weekdayOf(day))) continue;
    if (pattern.allDay) dates.push({ wallStart: day, wallEnd: day });
    else for (const [from, until] of slots) dates.push({ wallStart: `${day}T${from}`, wallEnd: `${day}T${until}` });
  }
  return dates;
}
