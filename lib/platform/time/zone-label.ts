import { offsetAt } from "./offset-at";

/** UTC−7, UTC−3:30, UTC+5:45, UTC, with a true minus. */
function formatOffset(zone: string, instant: Date): string {
  const minutes = Math.round(offsetAt(zone, instant) / 60_000);
  if (minutes === 0) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "\u2212" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

/** Their own spelling, where the name of the zone lacks a sign. */
const spelled: Record<string, string> = { "America/St_Johns": "St. John’s", "America/Montreal": "Montréal" };

/** The city a zone is named after: America/Argentina/Buenos_Aires is Buenos Aires. */
export const cityOf = (zone: string) => spelled[zone] ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** Vancouver (UTC−7): whose clock is meant, and how far it is ahead at that instant. No PST, which tells nobody what it is. */
export const formatZone = (zone: string, instant: Date) =>
  zone === "UTC" ? "UTC" : `${cityOf(zone)} (${formatOffset(zone, instant)})`;
