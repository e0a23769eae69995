import { useLocale } from "next-intl";
import { TimeZoneNote } from "@/components/forms/time-zone-note";
import { longDay } from "@/components/ui/format-moment";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";

/** Day and time in coalition time, and under it the reader's own. */
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
