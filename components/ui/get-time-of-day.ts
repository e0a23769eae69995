import { getLocale, getTranslations } from "next-intl/server";
import { toClockStyle } from "@/lib/platform/i18n/clock-style";
import { timeOfDay } from "./format-moment";

/** `useTimeOfDay`, where something else is awaited too. */
export async function getTimeOfDay() {
  const [locale, ui] = await Promise.all([getLocale(), getTranslations("ui")]);
  return (at: Date, zone?: string) => timeOfDay(at, locale, zone, toClockStyle(ui("hours")));
}
