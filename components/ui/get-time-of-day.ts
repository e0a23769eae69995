import { getLocale, getTranslations } from "next-intl/server";
import { hoursOf } from "@/lib/platform/i18n/hours";
import { timeOfDay } from "./moment";

/** `useTimeOfDay`, where something else is awaited too. */
export async function getTimeOfDay() {
  const [locale, ui] = await Promise.all([getLocale(), getTranslations("ui")]);
  return (at: Date, zone?: string) => timeOfDay(at, locale, zone, hoursOf(ui("hours")));
}
