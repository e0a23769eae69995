import "server-only";
import { Prisma } from "../generated/prisma/client";
import { findRules } from "./zone-data";

/**
 * The day of a moment on the calendar of a zone, in a statement. The turns go along with it: named, the zone would be looked up in
 * PostgreSQL's own copy, which is of another year. `until` is an instant after which no moment lies.
 */
export function sqlDayIn(zone: string, moment: Prisma.Sql, until: Date): Prisma.Sql {
  const rules = findRules(zone);
  if (!rules) throw new RangeError(`no clock is known here for the time zone "${zone}"`);
  const turns = rules.turns.filter((turn) => turn <= until.getTime());
  const seconds = rules.offsets.slice(0, turns.length + 1).map((offset) => offset / 1000);
  const over = turns.map((turn) => new Date(turn).toISOString());
  return Prisma.sql`(${moment} AT TIME ZONE 'UTC'
    + make_interval(secs => (${seconds}::int[])[width_bucket(${moment}, ${over}::timestamptz[]) + 1]))::date`;
}
