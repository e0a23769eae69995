import "server-only";
import { cache } from "react";
import { db } from "../platform/db/client";
import { env } from "../platform/env";
import { setNetworkTimeZone } from "../platform/i18n/network-time-zone";
import type { BlackoutPeriod } from "../platform/time/working-days";

/** The network this database serves: its names, its thresholds and its kind. Read once per page, whose days are then its own. */
export const readNetwork = cache(async () => {
  const network = await db.network.findUniqueOrThrow({ where: { id: 1 } });
  setNetworkTimeZone(network.timeZone);
  return network;
});

/** Demonstration mode: the database carries the marker and the server listens on a loopback address. */
export async function isDemonstration(): Promise<boolean> {
  if (!env().onThisMachineOnly) return false;
  return (await readNetwork()).kind === "demonstration";
}

/** Whether the data is fictional: every page shows that, wherever the server listens. */
export async function isIllustrative(): Promise<boolean> {
  return (await readNetwork()).kind === "demonstration";
}

/** Days on which nothing is due, from this day on: a suggested deadline goes round them. Read once per page. */
export const listBlackouts = cache(
  (day: string): Promise<BlackoutPeriod[]> =>
    db.$queryRaw<BlackoutPeriod[]>`SELECT "firstOn"::text AS "firstOn", "lastOn"::text AS "lastOn"
    FROM "Blackout" WHERE "lastOn" >= ${day}::date ORDER BY "firstOn", "lastOn"`,
);
