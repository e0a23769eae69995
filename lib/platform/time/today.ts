import "server-only";
import { cache } from "react";
import type { Tx } from "../db/client";
import { findRememberedClock, rememberClock } from "./clock";
import { dayAt, endOfDay, startOfDay } from "./offset-at";
import "./zone-data";
import type { ClosingRule } from "./working-days";

export type Today = {
  now: Date;
  today: string;
  timeZone: string;
  /** What closes besides the federal days, and what a weekend does to them: a suggested deadline goes round them. */
  closing: ClosingRule;
};

type Settings = Pick<Today, "timeZone"> & ClosingRule;

/** In one statement; within a transaction that knows its clock already, without asking for it again. */
async function readSettings(tx: Tx): Promise<(Settings & { now: Date }) | undefined> {
  const now = await findRememberedClock(tx);
  if (now) {
    const select = { timeZone: true, quebecDay: true, weekendRule: true } as const;
    const settings = await tx.network.findUnique({ where: { id: 1 }, select });
    return settings ? { ...settings, now } : undefined;
  }
  const [row] = await tx.$queryRaw<(Settings & { now: Date })[]>`
    SELECT now() AS "now", "timeZone", "quebecDay", "weekendRule"::text FROM "Network" WHERE "id" = 1`;
  if (row) rememberClock(tx, row.now);
  return row;
}

/** The database's moment and the coalition's day in its zone, `2027-03-01`: what "past review" is measured against. Read once per page. */
export const readToday = cache(async (tx: Tx): Promise<Today> => {
  const row = await readSettings(tx);
  if (!row) throw new Error("the database has no network");
  const { now, timeZone, ...closing } = row;
  return { now, timeZone, closing, today: dayAt(timeZone, now) };
});

/** A day of the network: the moments in which it begins and is over. What lasts through a day ends as it is over. */
export async function readDay(tx: Tx, day: string): Promise<{ begins: Date; ends: Date; now: Date }> {
  const { now, timeZone } = await readToday(tx);
  return { begins: startOfDay(timeZone, day), ends: endOfDay(timeZone, day), now };
}

/** The moment in which a day of the coalition is over: what lasts through that day ends then. */
export const readEndOfDay = async (tx: Tx, day: string | undefined): Promise<Date | null> =>
  day ? (await readDay(tx, day)).ends : null;
