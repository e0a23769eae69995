import type { RowFault } from "@/lib/activity/read.rows";

/** Which row it is, and which row of the record says otherwise. */
export function describeDifference({ activity, table, key, fault }: RowFault): string {
  const row = `${table} (${key})`;
  if (fault === "changed") return `${row} is not what it was left as: row ${activity} of the record says otherwise.`;
  if (fault === "gone") return `${row} is missing: row ${activity} of the record left it, and none took it away.`;
  if (fault === "overwritten")
    return `${row} was changed outside the record, before row ${activity} of the record changed it again.`;
  if (fault === "steps") return `${row} does not stand as its own steps say.`;
  return activity === null
    ? `${row} is there, and nothing in the record left it.`
    : `${row} is there, and row ${activity} of the record took it away.`;
}
