import { useLocale } from "next-intl";
import { longDay } from "./format-moment";
import { TimeZoneNote } from "./time-zone-note";
import { useTimeOfDay } from "./use-time-of-day";

/** Day and time in the page's time zone, and under it the reader's own. */
export function DateTime({ at: iso, zone }: { at: string; zone: string }) {
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const at = new Date(iso);
  return (
    <span className="block">
      <time dateTime={iso}>
        {longDay(at, locale)}, {timeOfDay(at)}
      </time>
      <TimeZoneNote at={at} zone={zone} />
    </span>
  );
}
