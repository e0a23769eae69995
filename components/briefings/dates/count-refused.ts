import type { ShownRow } from "./shown-date";

/** How many said no to a date, organizations and offices. */
export const countRefused = (id: string, rows: readonly ShownRow[]) =>
  rows.filter((it) => it.answers[id] === "no").length;
