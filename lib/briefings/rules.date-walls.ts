import { endOfDay, instantsOf, resolveWall, startOfDay } from "@/lib/platform/time/offset-at";

type Doubled = "first" | "second";
export type DateWalls = {
  zone: string;
  allDay: boolean;
  /** On the clock of the zone; a day, and the last day, where it lasts all day. */
  wallStart: string;
  wallEnd: string;
  doubledHour?: Doubled | undefined;
};

type Field = "wallStart" | "wallEnd";
export type ResolvedDate =
  | { kind: "found"; startsAt: Date; endsAt: Date; doubledHour: Doubled | null }
  /** The clock is put forward past it; `next` is what it shows then. */
  | { kind: "never"; field: Field; next: string }
  /** The clock shows it twice, and nobody said which is meant. */
  | { kind: "twice"; field: Field }
  | { kind: "backwards" };

/** The instants that a wall time means. What people meant is the wall time: a gap is refused and an overlap asked about, never guessed. */
export function resolveDate({ zone, allDay, wallStart, wallEnd, doubledHour }: DateWalls): ResolvedDate {
  if (allDay) {
    if (wallEnd < wallStart) return { kind: "backwards" };
    return { kind: "found", startsAt: startOfDay(zone, wallStart), endsAt: endOfDay(zone, wallEnd), doubledHour: null };
  }
  const start = resolveWall(zone, wallStart);
  if (start.kind === "never") return { kind: "never", field: "wallStart", next: start.next };
  if (start.kind === "twice" && !doubledHour) return { kind: "twice", field: "wallStart" };
  const end = resolveWall(zone, wallEnd);
  if (end.kind === "never") return { kind: "never", field: "wallEnd", next: end.next };
  const startsAt = start.kind === "once" ? start.instant : doubledHour === "second" ? start.second : start.first;
  const later = instantsOf(zone, wallEnd).filter((it) => it > startsAt);
  // The end alone may be shown twice: a meeting that begins before the clock is put back.
  if (later.length === 2 && start.kind === "once" && !doubledHour) return { kind: "twice", field: "wallEnd" };
  const endsAt = later.length === 2 && start.kind === "once" && doubledHour === "second" ? later[1] : later[0];
  if (!endsAt) return { kind: "backwards" };
  const twice = start.kind === "twice" || end.kind === "twice";
  return { kind: "found", startsAt, endsAt, doubledHour: twice ? (doubledHour ?? null) : null };
}

const oneDay = 86_400_000;

/** The day before which a clock was turned, within the week before a date: whoever is used to an hour is told. */
export function findClockTurn(zone: string, startsAt: Date, offset: (zone: string, at: Date) => number): Date | null {
  const at = (time: number) => offset(zone, new Date(time));
  let [before, after] = [startsAt.getTime() - 7 * oneDay, startsAt.getTime()];
  if (at(before) === at(after)) return null;
  while (after - before > 60_000) {
    const middle = Math.floor((before + after) / 2);
    if (at(middle) === at(before)) before = middle;
    else after = middle;
  }
  return new Date(after);
}
