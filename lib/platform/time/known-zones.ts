import { unpackRules, type ZoneRules } from "./zone-rules";

/** A zone with its clock, as it goes with a page. */
export type GivenZone = { zone: string; packed: string };

type Known = { concertedZones?: Map<string, ZoneRules>; concertedZoneSource?: (zone: string) => ZoneRules | null };
const kept = globalThis as typeof globalThis & Known;

/** On a server every zone is known, from the data that is read there. */
export function keepZoneSource(find: (zone: string) => ZoneRules | null) {
  kept.concertedZoneSource = find;
}

/** A browser knows the zones that its page was given: the network's, and the reader's own. Never its own copy. */
export function keepGivenZones(given: readonly GivenZone[]) {
  kept.concertedZones ??= new Map();
  for (const { zone, packed } of given)
    if (!kept.concertedZones.has(zone)) kept.concertedZones.set(zone, unpackRules(packed));
}

/** The clock of a zone, where this process or page knows it. */
export const findKnownRules = (zone: string): ZoneRules | null =>
  kept.concertedZoneSource?.(zone) ?? kept.concertedZones?.get(zone) ?? null;
