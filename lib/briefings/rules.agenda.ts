import type { AttributionRule } from "./constants";
import { isTighter } from "./rules.attribution";

type PartialText = { en?: string | null | undefined; fr?: string | null | undefined };

/** What an item is called: by its own words where it has any, else as the thing it speaks of. */
export function titleOf<T extends PartialText>(item: { title: T; about: { title: T } | null }): T | null {
  if (item.title.en || item.title.fr) return item.title;
  return item.about?.title ?? null;
}

/** How many minutes into the meeting each item begins, and what they add up to. */
export function addUp(items: readonly { minutes: number }[]): { after: number[]; total: number } {
  let total = 0;
  const after = items.map(({ minutes }) => {
    const begins = total;
    total += minutes;
    return begins;
  });
  return { after, total };
}

/** By how many minutes an agenda is longer than its meeting. */
export const minutesOver = (total: number, meeting: number) => Math.max(0, total - meeting);

type Meeting = { state: string; startsAt: Date | null; endsAt: Date | null };

/** What stands in the way of another order. During the meeting it may still change. */
export function agendaObstacle({ state, endsAt }: Meeting, now: Date) {
  if (state === "cancelled") return "briefingCancelled";
  if (state === "published") return "minutesPublished";
  return endsAt !== null && endsAt <= now ? "agendaOver" : null;
}

/** What stands in the way of saying what was reached: that is known once the meeting has begun. */
export function outcomeObstacle({ state, startsAt }: Meeting, now: Date) {
  if (state === "cancelled") return "briefingCancelled";
  return startsAt === null || startsAt > now ? "notBegunYet" : null;
}

/** What stands in the way of proposing an item; both the meeting and its day count, in coalition time. */
export function callObstacle(meeting: Meeting & { callClosesOn: string | null }, now: Date, today: string) {
  const over = agendaObstacle(meeting, now);
  if (over) return over;
  if (meeting.callClosesOn === null) return "noCallForItems";
  return today > meeting.callClosesOn ? "callClosed" : null;
}

type Ruled = { attribution: AttributionRule | null };

/** Where an item's own rule is no tighter than the meeting's: it would loosen what those who come were told. */
export const findLooser = (items: readonly Ruled[], meeting: AttributionRule) =>
  items.findIndex(({ attribution }) => attribution !== null && !isTighter(attribution, meeting));

/** Minutes are approved before anything else is spoken about. The place of an approval that comes later, or -1. */
export const findMisplacedApproval = (items: readonly { kind: string }[]) =>
  items.findIndex(({ kind }, at) => kind === "approval" && items[at - 1] !== undefined && items[at - 1]?.kind !== kind);
