"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField } from "@/components/forms/use-autosave";
import { LanguagePair } from "@/components/ui/language-pair";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

type TextPairProps = {
  part: "title" | "statement" | "reason";
  label: string;
  hint: string;
  values: FormValues;
  change: (name: string, value: string) => void;
  errors: Record<string, string | undefined>;
};

/** The same text in both languages. What is wrong with the pair as a whole is said at the reader's language. */
export function TextPair({ part, label, hint, values, change, errors }: TextPairProps) {
  const t = useTranslations("proposals.form");
  const locale = useLocale();
  const field = (language: "en" | "fr") => {
    const name = `${part}.${language}`;
    const words = {
      ...bindField(name, values, change),
      label: t(language === "en" ? "english" : "french"),
      lang: language,
      required: false,
      error: errors[name] ?? (language === locale ? errors[part] : undefined),
    };
    if (part === "title") return <TextField {...words} className="input-words" />;
    return <TextArea {...words} words rows={part === "statement" ? 4 : 3} />;
  };
  return <LanguagePair label={label} hint={hint} en={field("en")} fr={field("fr")} />;
}
