import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

type LanguagePairProps = {
  /** What both texts are: "Reasons". */
  label: ReactNode;
  hint?: ReactNode;
  en: ReactNode;
  fr: ReactNode;
};

/**
 * The same text in both languages, side by side; on a phone one at a time, the page's language first. The switch is
 * two radio buttons outside any form, so that it works without script and is never sent.
 */
export function LanguagePair({ label, hint, en, fr }: LanguagePairProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const name = useId();
  const languageTab = (language: "en" | "fr", words: string) => (
    <label lang={language}>
      <input type="radio" name={name} value={language} defaultChecked={language === locale} form="none" />
      {words}
    </label>
  );
  return (
    <fieldset className="pair">
      <legend className="field-label">
        {label}
        {hint && <span className="field-hint block font-normal">{hint}</span>}
      </legend>
      <div className="pair-switch seg" role="radiogroup" aria-label={t("language")}>
        {languageTab("en", t("english"))}
        {languageTab("fr", t("french"))}
      </div>
      <div className="pair-en min-w-0">{en}</div>
      <div className="pair-fr min-w-0">{fr}</div>
    </fieldset>
  );
}
