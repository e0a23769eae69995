import { useLocale, useTranslations } from "next-intl";
import { type Pair, pick } from "@/lib/platform/i18n/pick";
import type { Locale } from "@/lib/platform/i18n/routing";

type SaidProps = { pair: Pair; otherwise?: string | undefined };

/** Words as they were written; in the other language they say so. */
export function Said({ pair, otherwise = "" }: SaidProps) {
  const t = useTranslations("studies.written");
  const locale = useLocale() as Locale;
  const found = pick(pair, locale);
  if (!found) return otherwise;
  if (found.lang === locale) return found.text;
  return (
    <>
      <span lang={found.lang}>{found.text}</span> <span className="study-written">{t(found.lang)}</span>
    </>
  );
}

/** A title where only text may stand. */
export const titleIn = (pair: Pair, locale: Locale) => pick(pair, locale)?.text ?? "";
