import type { Rapporteur } from "@/lib/organizations/schema.rapporteurs";
import { pick } from "@/lib/platform/i18n/pick";
import type { Locale } from "@/lib/platform/i18n/routing";

const open: readonly Rapporteur["state"][] = ["now", "coming"];

/** What is on or coming, the nearest first; and what is over, the latest first. */
export const divide = (items: readonly Rapporteur[]) => ({
  current: items.filter((it) => open.includes(it.state)).reverse(),
  earlier: items.filter((it) => !open.includes(it.state)),
});

/** An occasion's name on one line, in the reader's language where it was given. */
export const occasionIn = (occasion: Rapporteur["occasion"], locale: Locale) =>
  pick(occasion, locale) ?? { lang: locale, text: "" };
