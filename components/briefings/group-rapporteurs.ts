import type { Rapporteur } from "@/lib/briefings/schema.rapporteurs";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

const open: readonly Rapporteur["state"][] = ["now", "coming"];

/** What is on or coming, the nearest first; and what is over, the latest first. */
export const groupRapporteurs = (items: readonly Rapporteur[]) => ({
  current: items.filter((it) => open.includes(it.state)).reverse(),
  earlier: items.filter((it) => !open.includes(it.state)),
});

/** An occasion's name on one line, in the reader's language where it was given. */
export const occasionIn = (occasion: Rapporteur["occasion"], locale: Locale) =>
  pickLanguage(occasion, locale) ?? { lang: locale, text: "" };
