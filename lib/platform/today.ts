import "server-only";
import type { Tx } from "./db";

/** The database's moment and the coalition's day, `2027-03-01`: what "past review" is measured against. */
export async function readToday(tx: Tx): Promise<{ now: Date; today: string }> {
  const rows = await tx.$queryRaw<{ now: Date; today: string }[]>`
    SELECT now() AS "now", (now() AT TIME ZONE "timeZone")::date::text AS "today" FROM "Network" WHERE "id" = 1`;
  const row = rows[0];
  if (!row) throw new Error("the database has no network");
  return row;
}
