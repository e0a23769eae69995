import { useLocale, useTranslations } from "next-intl";
import { formatZone } from "@/lib/platform/time/zone-label";
import { longDay, shortDay } from "./format-moment";
import { useTimeOfDay } from "./use-time-of-day";

/** The same moment on the reader's own clock, where that differs from the page's time zone; with its day where that differs too. */
export function TimeZoneNote({ at, zone }: { at: Date; zone: string }) {
  const t = useTranslations("ui.due");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const clock = timeOfDay(at, zone);
  const sameDay = longDay(at, locale, zone) === longDay(at, locale);
  if (sameDay && clock === timeOfDay(at)) return null;
  const time = sameDay ? clock : t("at", { day: shortDay(at, locale, zone), time: clock });
  return (
    <span className="block font-normal text-ink-3 text-small">
      {t("elsewhere", { time, zone: formatZone(zone, at) })}
    </span>
  );
}
