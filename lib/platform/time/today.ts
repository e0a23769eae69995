import "server-only";
import { cache } from "react";
import type { Tx } from "../db/client";

type Today = { now: Date; today: string; timeZone: string };

/** The database's moment and the coalition's day in its zone, `2027-03-01`: what "past review" is measured against. Read once per page. */
export const readToday = cache(async (tx: Tx): Promise<Today> => {
  const rows = await tx.$queryRaw<Today[]>`
    SELECT now() AS "now", (now() AT TIME ZONE "timeZone")::date::text AS "today", "timeZone" FROM "Network" WHERE "id" = 1`;
  const row = rows[0];
  if (!row) throw new Error("the database has no network");
  return row;
});

/** The moment in which a day of the coalition is over: what lasts through that day ends then. */
export async function readEndOfDay(tx: Tx, day: string | undefined): Promise<Date | null> {
  if (!day) return null;
  const rows = await tx.$queryRaw<{ ends: Date }[]>`
    SELECT (${day}::date + 1)::timestamp AT TIME ZONE "timeZone" AS "ends" FROM "Network" WHERE "id" = 1`;
  return rows[0]?.ends ?? null;
}
