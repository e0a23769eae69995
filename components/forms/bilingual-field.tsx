"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useState } from "react";
import { LanguagePair } from "@/components/ui/language-pair";
import { TextArea, type TextAreaProps } from "@/components/ui/text-area";
import { TextField, type TextFieldProps } from "@/components/ui/text-field";
import type { FormValues } from "./saved-values";
import { bindField } from "./use-autosave";

type Language = "en" | "fr";
type Texts = Record<Language, string>;
type Binding = { name?: string; value: string; onChange: (event: { target: { value: string } }) => void };

type BilingualFieldProps = {
  /** The API's name of the text; its two languages are the fields `name.en` and `name.fr`, also in its errors. */
  name: string;
  /** Where the name is not unique on the page. */
  id?: string;
  /** What both texts are: "Reasons". Without it the two fields stand in the form around them, each under its own label. */
  label?: ReactNode;
  hint?: ReactNode;
  /** The two labels; the names of the languages unless given. */
  labels?: Texts;
  /** More than one makes it a text area. */
  rows?: number;
  /** The texts to begin with, where the form itself is read when it is sent. */
  initial?: Texts;
  /** The values of a form that keeps them. */
  bind?: (language: Language) => Binding;
  errorAt: (field: string) => string | undefined;
} & Pick<TextAreaProps, "required" | "words" | "wordLimit" | "maxLength" | "autoComplete">;

/** Binds both languages of a text to a form whose values have the API's field names. */
export const bindLanguages =
  (name: string, values: FormValues, change: (name: string, value: string) => void) => (language: Language) =>
    bindField(`${name}.${language}`, values, change);

/**
 * One text in English and French. An error about the pair is shown at the reader's language, and an optional text says
 * where its translation is missing: neither language is the main one, so a gap is as visible in either.
 */
export function BilingualField(props: BilingualFieldProps) {
  const { name, id = name, label, hint, labels, rows = 1, initial, bind, errorAt, required = true, ...limits } = props;
  const { words, wordLimit, ...text } = limits;
  const t = useTranslations("ui");
  const locale = useLocale();
  const [typed, setTyped] = useState<Texts>({ en: initial?.en ?? "", fr: initial?.fr ?? "" });
  const textIn = (language: Language) => (bind ? bind(language).value : typed[language]).trim();
  const field = (language: Language) => {
    const control = {
      name: `${name}.${language}`,
      ...(bind?.(language) ?? {
        defaultValue: initial?.[language],
        onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
          setTyped({ ...typed, [language]: event.target.value }),
      }),
      ...text,
      id: `${id}.${language}`,
      lang: language,
      required,
      label: labels?.[language] ?? t(language === "en" ? "english" : "french"),
      hint: label ? undefined : hint,
      error: errorAt(`${name}.${language}`) ?? (language === locale ? errorAt(name) : undefined),
    } satisfies TextAreaProps & TextFieldProps;
    if (rows > 1) return <TextArea key={language} {...control} rows={rows} words={words} wordLimit={wordLimit} />;
    return <TextField key={language} {...control} className={words ? "input-words" : undefined} />;
  };
  const [own, other] = locale === "fr" ? (["fr", "en"] as const) : (["en", "fr"] as const);
  if (!label) return [field(own), field(other)];
  const empty = (["en", "fr"] as const).filter((language) => textIn(language) === "");
  const [missing] = !required && empty.length === 1 ? empty : [];
  return (
    <>
      <LanguagePair label={label} hint={hint} en={field("en")} fr={field("fr")} />
      {/* Below both: on a phone the language that is missing is not the one on show. */}
      {missing && <p className="field-hint">{t("translationMissing", { language: missing })}</p>}
    </>
  );
}
