const kept = globalThis as typeof globalThis & { concertedZone?: string };

/**
 * The time zone of the network's settings, in which every day is counted and every hour is said first. There is none to fall back
 * on: a network in Vancouver would be shown Toronto's days, and nobody would notice.
 */
export function networkTimeZone(): string {
  if (!kept.concertedZone) throw new Error("a day was formatted before the network's time zone was read");
  return kept.concertedZone;
}

/** A process serves one network, and a page is of one: the zone is the same for everything that is drawn in it. */
export function setNetworkTimeZone(zone: string) {
  kept.concertedZone = zone;
}
