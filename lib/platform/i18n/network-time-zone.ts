const kept = globalThis as typeof globalThis & { concertedZone?: string };

/** Coalition time: the zone of the network's settings, in which every day is counted and every hour is said first. */
export const networkTimeZone = () => kept.concertedZone ?? "America/Toronto";

/** A process serves one network, and a page is of one: the zone is the same for everything that is drawn in it. */
export function setNetworkTimeZone(zone: string) {
  kept.concertedZone = zone;
}
