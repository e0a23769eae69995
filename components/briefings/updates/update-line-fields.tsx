"use client";

import { useTranslations } from "next-intl";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField } from "@/components/forms/use-autosave";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { contactCharacters, updateCharacters } from "@/lib/briefings/constants.agenda";

type UpdateLineFieldsProps = {
  /** The line's name in the form. */
  name: string;
  values: FormValues;
  change: (name: string, value: string) => void;
  themes: readonly Option[];
  errorAt: (field: string) => string | undefined;
};

/** One line: what is done, on which theme and when, whom to ask, and what help is wanted. */
export function UpdateLineFields({ name, values, change, themes, errorAt }: UpdateLineFieldsProps) {
  const t = useTranslations("agendaDesk.updates");
  const bind = (part: string) => ({
    ...bindField(`${name}.${part}`, values, change),
    error: errorAt(`${name}.${part}`),
  });
  const both = (part: "what" | "when" | "help") => (
    <BilingualField
      name={`${name}.${part}`}
      label={t(part)}
      hint={part === "what" ? t("hint") : undefined}
      bind={bindLanguages(`${name}.${part}`, values, change)}
      maxLength={updateCharacters}
      required={false}
      errorAt={errorAt}
    />
  );
  return (
    <>
      {both("what")}
      {both("when")}
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t("theme")}
          optional
          options={[{ value: "", label: t("noTheme") }, ...themes]}
          {...bind("theme")}
        />
        <TextField
          label={t("contact")}
          hint={t("contactHint")}
          optional
          maxLength={contactCharacters}
          autoComplete="off"
          {...bind("contact")}
        />
      </div>
      {both("help")}
    </>
  );
}
