import "server-only";
import data from "moment-timezone/data/packed/latest.json";
import { keepZoneSource } from "./known-zones";
import type { ZoneRules } from "./zone-rules";

/**
 * The one copy of the world's time zones that the product reads, in every process and on every machine. Node's, PostgreSQL's and
 * the browser's own copies are of other years: none of them is ever asked for a zone. Only the file is read, no code with it.
 */
export const zoneDataVersion = data.version;

const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX";

/** A number in base sixty, with a sign and a fraction, as the file writes minutes. */
function readBase60(text: string): number {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  let value = 0;
  for (const digit of whole) value = value * 60 + digits.indexOf(digit);
  let unit = 1;
  for (const digit of fraction) {
    unit /= 60;
    value += digits.indexOf(digit) * unit;
  }
  return text.startsWith("-") ? -value : value;
}

/** Minutes to milliseconds; the file is exact to the second. */
const toMilliseconds = (minutes: number) => Math.round(minutes * 60) * 1000;

function readRules(packed: string): ZoneRules {
  const [, , offsets = "", order = "", gaps = ""] = packed.split("|");
  // The file counts offsets westward.
  const kinds = offsets.split(" ").map((it) => 0 - toMilliseconds(readBase60(it)));
  let at = 0;
  const turns = gaps.split(" ").flatMap((it) => {
    if (it === "") return [];
    at += toMilliseconds(readBase60(it));
    return [at];
  });
  return { turns, offsets: [...order].map((it) => kinds[readBase60(it)] ?? 0) };
}

const nameOf = (packed: string) => packed.slice(0, packed.indexOf("|"));
const packedZones = new Map(data.zones.map((it) => [nameOf(it), it]));
const links = new Map(
  data.links.map((it) => it.split("|") as [string, string]).map(([target, alias]) => [alias, target]),
);

/** Every name in the data, aliases among them. */
export const zoneNames: readonly string[] = [...packedZones.keys(), ...links.keys()];

/** The names that cities go by today, as the zone tables of countries list them. */
export const currentZones: ReadonlySet<string> = new Set([
  ...data.countries.flatMap((it) => (it.split("|")[1] ?? "").split(" ")),
  "UTC",
]);

const known = new Map<string, ZoneRules>();

/** The clock of a zone by any of its names; null where the data knows none. */
export function findRules(zone: string): ZoneRules | null {
  const found = known.get(zone);
  if (found) return found;
  const packed = packedZones.get(links.get(zone) ?? zone);
  if (!packed) return null;
  const rules = readRules(packed);
  known.set(zone, rules);
  return rules;
}

/** Spellings of a city that were given up. Their clock alone would not tell: Coral Harbour shares Panama's. */
const respelled = new Map(
  Object.entries({
    "Africa/Asmera": "Africa/Asmara",
    "Africa/Timbuktu": "Africa/Bamako",
    "America/Argentina/ComodRivadavia": "America/Argentina/Catamarca",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Catamarca": "America/Argentina/Catamarca",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Cordoba": "America/Argentina/Cordoba",
    "America/Fort_Wayne": "America/Indiana/Indianapolis",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "America/Jujuy": "America/Argentina/Jujuy",
    "America/Louisville": "America/Kentucky/Louisville",
    "America/Mendoza": "America/Argentina/Mendoza",
    "America/Virgin": "America/St_Thomas",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Atlantic/Faeroe": "Atlantic/Faroe",
    "Atlantic/Jan_Mayen": "Arctic/Longyearbyen",
    "Europe/Belfast": "Europe/London",
    "Europe/Kiev": "Europe/Kyiv",
    "Pacific/Enderbury": "Pacific/Kanton",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
    "Pacific/Yap": "Pacific/Chuuk",
  }),
);

/** The name of today for a zone by any of its names; null for what is no place's clock, such as a bare offset. */
export function toCurrentZone(name: string): string | null {
  if (currentZones.has(name)) return name;
  // EST, CET, GB: abbreviations and countries, no city's clock.
  if (!name.includes("/")) return null;
  const respelling = respelled.get(name);
  if (respelling) return respelling;
  const target = links.get(name) ?? name;
  if (currentZones.has(target)) return target;
  return [...links].find(([alias, of]) => of === target && currentZones.has(alias))?.[0] ?? null;
}

keepZoneSource(findRules);
