import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type PartialBilingualText, pickLanguage } from "@/lib/platform/text/bilingual-text";

type LocalizedTextProps = { pair: PartialBilingualText; otherwise?: string | undefined };

/** Words as they were written; in the other language they say so. */
export function LocalizedText({ pair, otherwise = "" }: LocalizedTextProps) {
  const t = useTranslations("studies.written");
  const locale = useLocale() as Locale;
  const found = pickLanguage(pair, locale);
  if (!found) return otherwise;
  if (found.lang === locale) return found.text;
  return (
    <>
      <bdi lang={found.lang}>{found.text}</bdi> <span className="study-written">{t(found.lang)}</span>
    </>
  );
}

/** A title where only text may stand. */
export const titleIn = (pair: PartialBilingualText, locale: Locale) => pickLanguage(pair, locale)?.text ?? "";
