import { useLocale } from "next-intl";
import { longDay, timeOfDay } from "@/components/ui/moment";
import { TimeZoneNote } from "@/components/ui/time-zone-note";

/** Day and time in coalition time, and under it the reader's own. */
export function When({ at: iso, zone }: { at: string; zone: string }) {
  const locale = useLocale();
  const at = new Date(iso);
  return (
    <span className="block">
      <time dateTime={iso}>
        {longDay(at, locale)}, {timeOfDay(at, locale)}
      </time>
      <TimeZoneNote at={at} zone={zone} />
    </span>
  );
}
