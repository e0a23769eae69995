import { useLocale, useTranslations } from "next-intl";
import { longDay, shortDay } from "@/components/ui/format-moment";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { SequencePart } from "@/lib/briefings/schema";
import { instantOn } from "@/lib/platform/time/offset-at";
import { formatZone } from "@/lib/platform/time/zone-label";

type Time = NonNullable<SequencePart["time"]>;

/** When a meeting is, on the clock of its own zone: what was agreed on, whatever the zone of whoever reads it. */
export function useMeetingTime() {
  const t = useTranslations("briefings.time");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const rangeIn = (zone: string, { startsAt, endsAt }: Time, formatDay: typeof longDay) => {
    const [from, until] = [new Date(startsAt), new Date(endsAt)];
    const day = formatDay(from, locale, zone);
    return t("range", { day, from: timeOfDay(from, zone), until: timeOfDay(until, zone) });
  };
  return {
    /** 17 December 2026, 10:00 to 11:30 */
    inFull: (time: Time, zone: string) => rangeIn(zone, time, longDay),
    /** Thu 17 Dec, 10:00 to 11:30 */
    inShort: (time: Time, zone: string) => rangeIn(zone, time, shortDay),
    /** Toronto (UTC−5) */
    zoneAt: (time: Time, zone: string) => formatZone(zone, new Date(time.startsAt)),
    /** The same on the reader's own clock; null where it shows the same. */
    elsewhere(time: Time, zone: string, own: string) {
      const there = rangeIn(own, time, shortDay);
      if (there === rangeIn(zone, time, shortDay)) return null;
      return t("elsewhere", { time: there, zone: formatZone(own, new Date(time.startsAt)) });
    },
    /** A wall time of the past, which has no end. */
    ofWall(wall: string, zone: string) {
      const at = instantOn(zone, wall.slice(0, 10), wall.slice(11, 16));
      return t("on", { day: longDay(at, locale, zone), time: timeOfDay(at, zone) });
    },
  };
}
