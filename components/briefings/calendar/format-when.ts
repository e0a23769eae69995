import { dateFormat } from "@/lib/platform/time/date-format";
import { formatDay } from "@/lib/platform/time/format-day";
import { dayAt, toWall } from "@/lib/platform/time/offset-at";
import { formatZone } from "@/lib/platform/time/zone-label";

type Locale = "en" | "fr";

/** A meeting's moment on its own clock: the day with its weekday, the hour, and whose clock that is. */
export function whenOf(at: Date, zone: string, locale: Locale, timeOfDay: (at: Date, zone: string) => string) {
  const weekday = dateFormat(`${locale}-CA`, { weekday: "long" }).format(toWall(zone, at));
  const day = formatDay(dayAt(zone, at), locale);
  return {
    day: locale === "fr" ? `${weekday} ${day}` : `${weekday}, ${day}`,
    time: timeOfDay(at, zone),
    zone: formatZone(zone, at),
  };
}
