import type { Locale } from "../i18n/routing";

/** A text that exists in both languages, or in one. */
export type PartialBilingualText = { en?: string | null | undefined; fr?: string | null | undefined };

/** The text in the reader's language, else in the other one, with the language it is in, so that it can be marked. */
export function pickLanguage(pair: PartialBilingualText, locale: Locale): { text: string; lang: Locale } | null {
  const other = locale === "en" ? "fr" : "en";
  const own = pair[locale];
  if (own) return { text: own, lang: locale };
  const else_ = pair[other];
  return else_ ? { text: else_, lang: other } : null;
}
