import { resolveWall } from "@/lib/platform/time/offset-at";

export type Doubled = "first" | "second" | null;

/** The instant that a wall time means under the rules that run: the wall time is what people meant. In a gap, the next that exists. */
export function instantUnder(zone: string, wall: string, doubled: Doubled): Date {
  const answer = resolveWall(zone, wall.length === 10 ? `${wall}T00:00` : wall);
  if (answer.kind === "once") return answer.instant;
  if (answer.kind === "twice") return doubled === "second" ? answer.second : answer.first;
  return instantUnder(zone, answer.next, doubled);
}

const dayLong = 86_400_000;
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + dayLong).toISOString().slice(0, 10);

/** Where it ends: on the wall for a date that is offered, whose last day is included. */
export const endUnder = (zone: string, wallEnd: string, allDay: boolean) =>
  instantUnder(zone, allDay ? dayAfter(wallEnd.slice(0, 10)) : wallEnd, "second");

/** How long the host may look at what the clocks did before those invited are told by themselves. */
export const hostReviewHours = 20;
