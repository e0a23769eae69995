import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

type Pair = { en: string | null; fr: string | null };

/** A text in the reader's language, or in the only one there is, marked as such. */
export function InOneLanguage({ text, missing }: { text: Pair; missing?: ReactNode }) {
  const t = useTranslations("ui.onlyIn");
  const locale = useLocale();
  const picked = pickLanguage(text, locale);
  if (!picked) return missing ?? null;
  if (picked.lang === locale) return <bdi>{picked.text}</bdi>;
  return (
    <>
      <bdi lang={picked.lang}>{picked.text}</bdi>{" "}
      <span className="font-ui text-small font-normal text-ink-3 not-italic">{t(picked.lang)}</span>
    </>
  );
}
