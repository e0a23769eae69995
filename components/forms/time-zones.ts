import { compareIn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { currentZones } from "@/lib/platform/time/zone-data";

/** Canada from east to west; a city for each clock. */
export const canadianZones = [
  "America/St_Johns",
  "America/Halifax",
  "America/Moncton",
  "America/Toronto",
  "America/Iqaluit",
  "America/Winnipeg",
  "America/Regina",
  "America/Edmonton",
  "America/Whitehorse",
  "America/Vancouver",
] as const;

/** America/Argentina/Buenos_Aires is Buenos Aires, Argentina. */
const labelOf = (zone: string) => zone.split("/").slice(1).reverse().join(", ").replaceAll("_", " ") || zone;

type ZoneRegion = { region: string; zones: { value: string; label: string }[] };

/** Every zone outside that list, each city by its name of today, by part of the world; the one that is chosen among them. */
export function listZones(chosen: string, locale: Locale): ZoneRegion[] {
  const near = new Set<string>(canadianZones);
  const all = new Set([...currentZones, chosen]);
  const regions = new Map<string, ZoneRegion["zones"]>();
  for (const value of all) {
    if (near.has(value)) continue;
    const region = value.includes("/") ? (value.split("/")[0] ?? "") : "UTC";
    regions.set(region, [...(regions.get(region) ?? []), { value, label: labelOf(value) }]);
  }
  const compare = compareIn(locale);
  return [...regions]
    .map(([region, zones]) => ({ region, zones: zones.sort((a, b) => compare(a.label, b.label)) }))
    .sort((a, b) => compare(a.region, b.region));
}
