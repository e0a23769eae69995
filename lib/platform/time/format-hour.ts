import type { HourStyle } from "../generated/prisma/enums";

/** 17:00, 09:30; 17 h, 9 h 30, with no-break spaces: what a clock shows, as `HH:MM`, as its reader has hours said. */
export function formatHour(clock: string, locale: string, style: HourStyle = "h24"): string {
  const [hour = "", minute = ""] = clock.split(":");
  if (style === "h12") return halfDay(Number(hour), minute, locale);
  if (locale !== "fr") return `${hour}:${minute}`;
  return minute === "00" ? `${String(Number(hour))}\u00a0h` : `${String(Number(hour))}\u00a0h\u00a0${minute}`;
}

/** 5:00 p.m.; 5 h de l’après-midi, 9 h 30 du matin. Midnight and noon are 12. */
function halfDay(hour: number, minute: string, locale: string): string {
  const shown = hour % 12 || 12;
  if (locale !== "fr") return `${shown}:${minute}\u00a0${hour < 12 ? "a.m." : "p.m."}`;
  const part = hour < 12 ? "du matin" : hour < 18 ? "de l’après-midi" : "du soir";
  return `${shown}\u00a0h${minute === "00" ? "" : `\u00a0${minute}`} ${part}`;
}
