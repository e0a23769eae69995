import { isTimeZone } from "@/lib/platform/time/zone";

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

/** Names that platforms still list, and the ones their cities go by. */
const renamed: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
};
const currentName = (zone: string) => {
  const name = renamed[zone];
  return name && isTimeZone(name) ? name : zone;
};

/** America/Argentina/Buenos_Aires is Buenos Aires, Argentina. */
const labelOf = (zone: string) => zone.split("/").slice(1).reverse().join(", ").replaceAll("_", " ") || zone;

export type ZoneRegion = { region: string; zones: { value: string; label: string }[] };

/** Every zone outside that list, by part of the world; the one that is chosen is there whatever the platform lists. */
export function listZones(chosen: string, locale: string): ZoneRegion[] {
  const near = new Set<string>(canadianZones);
  const all = new Set([...Intl.supportedValuesOf("timeZone").map(currentName), "UTC", chosen]);
  const regions = new Map<string, ZoneRegion["zones"]>();
  for (const value of all) {
    if (near.has(value)) continue;
    const region = value.includes("/") ? (value.split("/")[0] ?? "") : "UTC";
    regions.set(region, [...(regions.get(region) ?? []), { value, label: labelOf(value) }]);
  }
  const { compare } = new Intl.Collator(locale);
  return [...regions]
    .map(([region, zones]) => ({ region, zones: zones.sort((a, b) => compare(a.label, b.label)) }))
    .sort((a, b) => compare(a.region, b.region));
}
