import "server-only";
import type { GivenZone } from "./known-zones";
import { findRules } from "./zone-data";
import { packRules } from "./zone-rules";

/** The years that a page may speak of. */
const [from, until] = [Date.UTC(2007, 0), Date.UTC(2060, 0)];

const packed = new Map<string, string>();

/** The clocks of these zones, to go with a page: some three hundred bytes each, and the same on every page. */
export function giveZones(zones: readonly string[]): GivenZone[] {
  return [...new Set(zones)].flatMap((zone) => {
    const rules = findRules(zone);
    if (!rules) return [];
    const short = packed.get(zone) ?? packRules(rules, from, until);
    packed.set(zone, short);
    return [{ zone, packed: short }];
  });
}
