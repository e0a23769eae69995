"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ChangeEvent } from "react";
import type { FormValues } from "@/components/forms/saved-values";
import { Select } from "@/components/ui/select";

export type Institution = { en: string; fr: string };
type ChooseInstitutionProps = {
  institutions: readonly Institution[];
  values: FormValues;
  change: (name: string, value: string) => void;
};

/** Takes the names of an institution from those that have offices here already; another one is typed below. */
export function ChooseInstitution({ institutions, values, change }: ChooseInstitutionProps) {
  const t = useTranslations("offices.form");
  const locale = useLocale();
  if (institutions.length === 0) return null;
  const chosen = institutions.findIndex(
    (it) => it.en === values["institution.en"] && it.fr === values["institution.fr"],
  );
  return (
    <Select
      name="known-institution"
      label={t("known")}
      value={chosen < 0 ? "" : String(chosen)}
      options={[
        { value: "", label: t("anotherInstitution") },
        ...institutions.map((it, at) => ({ value: String(at), label: it[locale] })),
      ]}
      onChange={({ target: { value } }: ChangeEvent<HTMLSelectElement>) => {
        const found = value === "" ? undefined : institutions[Number(value)];
        change("institution.en", found?.en ?? "");
        change("institution.fr", found?.fr ?? "");
      }}
    />
  );
}
