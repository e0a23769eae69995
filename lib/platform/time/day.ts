import "server-only";

/** A date without a time, as the database's `date` columns arrive. */
export const toDay = (date: Date) => date.toISOString().slice(0, 10);
