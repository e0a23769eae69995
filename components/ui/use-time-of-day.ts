import { useLocale, useTranslations } from "next-intl";
import { toClockStyle } from "@/lib/platform/i18n/clock-style";
import { timeOfDay } from "./format-moment";

/** The hour of a moment as this reader has hours said, in the page's time zone or in the zone that is given. */
export function useTimeOfDay() {
  const locale = useLocale();
  const hours = toClockStyle(useTranslations("ui")("hours"));
  return (at: Date, zone?: string) => timeOfDay(at, locale, zone, hours);
}
