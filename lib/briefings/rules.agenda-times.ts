import { addUp } from "./rules.agenda";

type Timed = { minutes: number };

const minutesAfter = (startsAt: Date | null, minutes: number) =>
  startsAt && new Date(startsAt.getTime() + minutes * 60_000);

/**
 * When each item begins and when the last is over, one after the other. Counted as time that passes: where clocks are turned
 * while people meet, what they show jumps. Without a time for the meeting, only how long it takes is known.
 */
export function startsOf(items: readonly Timed[], startsAt: Date | null) {
  const { after, total } = addUp(items);
  return {
    after,
    total,
    starts: after.map((minutes) => minutesAfter(startsAt, minutes)),
    end: minutesAfter(startsAt, total),
  };
}
