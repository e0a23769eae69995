import "server-only";
import { db } from "../db/client";
import { offsetAt } from "./offset-at";
import { currentZones, zoneDataVersion } from "./zone-data";

/** Where clocks are compared: Canada's, whose law changed last. */
const compared = "St_Johns Halifax Moncton Toronto Iqaluit Winnipeg Regina Edmonton Inuvik Whitehorse Vancouver"
  .split(" ")
  .map((city) => `America/${city}`)
  .filter((zone) => currentZones.has(zone));

/** Two winters and two summers to come. */
const seasonsFrom = (now: Date) =>
  [0, 1].flatMap((years) => [0, 6].map((month) => new Date(Date.UTC(now.getUTCFullYear() + 1 + years, month, 15, 12))));

export type ZoneCopies = {
  /** Of the copy that the product reads. */
  version: string;
  /** What Node and PostgreSQL bring along and nobody asks: information for whoever reads their logs beside our pages. */
  node: { version: string | null; differs: string[] };
  database: { differs: string[] };
};

const differing = (offsetIn: (zone: string, at: Date) => number | null, seasons: readonly Date[]) =>
  compared.filter((zone) => seasons.some((at) => offsetIn(zone, at) !== offsetAt(zone, at)));

function nodeOffset(timeZone: string, at: Date): number {
  const format = new Intl.DateTimeFormat("en", {
    ...{
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    },
  });
  const { year, month, day, hour, minute } = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}Z`) - at.getTime();
}

async function readDatabaseOffsets(seasons: readonly Date[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ zone: string; at: Date; seconds: number }[]>`
    SELECT z."zone", m."at",
      EXTRACT(EPOCH FROM (m."at" AT TIME ZONE z."zone") - (m."at" AT TIME ZONE 'UTC'))::int AS "seconds"
    FROM unnest(${compared}::text[]) AS z ("zone"), unnest(${seasons.map((it) => it.toISOString())}::timestamptz[]) AS m ("at")`;
  return new Map(rows.map(({ zone, at, seconds }) => [`${zone} ${at.getTime()}`, seconds * 1000]));
}

let comparing: Promise<ZoneCopies> | null = null;

/** The version that is read, and on which clocks of the coming years other copies differ. Asked once a process. */
export function compareZoneCopies(now = new Date()): Promise<ZoneCopies> {
  comparing ??= compare(seasonsFrom(now)).catch((error) => {
    comparing = null;
    throw error;
  });
  return comparing;
}

async function compare(seasons: readonly Date[]): Promise<ZoneCopies> {
  const offsets = await readDatabaseOffsets(seasons);
  return {
    version: zoneDataVersion,
    node: { version: process.versions.tz ?? null, differs: differing(nodeOffset, seasons) },
    database: { differs: differing((zone, at) => offsets.get(`${zone} ${at.getTime()}`) ?? null, seasons) },
  };
}
