type Timed = { minutes: number };

/** `2026-12-15T09:00` and so many minutes later. On the clock of the meeting, which nobody puts back while it is held. */
function addMinutes(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/**
 * When each item begins and when the last is over, one after the other, as the clock of the meeting shows it. Without a time
 * for the meeting, only how long it takes is known.
 */
export function startsOf(items: readonly Timed[], wallStart: string | null) {
  let total = 0;
  const starts = items.map(({ minutes }) => {
    const at = wallStart && addMinutes(wallStart, total);
    total += minutes;
    return at;
  });
  return { starts, end: wallStart && addMinutes(wallStart, total), total };
}
