/** A day, and two hours for a night that is long or a worker that comes back late. */
export const freshForHours = 26;

/**
 * Whether what the nightly batch found at this moment may still be told. Older than that, nobody knows what it would find
 * today, as before the first batch. A moment that is still to come is no moment at which anybody looked.
 */
export const isFresh = (batchAt: Date | null, now: Date): boolean =>
  batchAt !== null && batchAt <= now && now.getTime() - batchAt.getTime() <= freshForHours * 3_600_000;
