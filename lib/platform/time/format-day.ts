import type { Locale } from "../i18n/routing";
import { dateFormat } from "./date-format";

/** 27 November 2026; 1er décembre 2026: a day without a time, as our papers write it. */
export function formatDay(day: string, language: Locale): string {
  const at = new Date(`${day}T12:00:00Z`);
  const month = dateFormat(`${language}-CA`, { month: "long" }).format(at);
  const date = at.getUTCDate();
  return `${language === "fr" && date === 1 ? "1er" : date} ${month} ${at.getUTCFullYear()}`;
}
