import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

type OneLanguageProps = { text: { en: string | null; fr: string | null }; missing?: ReactNode };

/** A text in the reader's language, or in the only one there is, marked as such. */
export function OneLanguage({ text, missing }: OneLanguageProps) {
  const t = useTranslations("agendaDesk.onlyIn");
  const locale = useLocale();
  const picked = pickLanguage(text, locale);
  if (!picked) return missing ?? null;
  if (picked.lang === locale) return <bdi>{picked.text}</bdi>;
  return (
    <>
      <bdi lang={picked.lang}>{picked.text}</bdi>{" "}
      <span className="font-normal text-ink-3 text-small">{t(picked.lang)}</span>
    </>
  );
}
