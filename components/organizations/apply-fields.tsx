"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormValues } from "../forms/saved-values";
import { bindField } from "../forms/use-autosave";
import type { ApplyOptions } from "./apply-form";
import { SimilarNote } from "./similar-note";

type ApplyFieldsProps = ApplyOptions & {
  values: FormValues;
  change: (name: string, value: string) => void;
  errors: Record<string, string | undefined>;
};

export function ApplyFields({ types, provinces, values, change, errors }: ApplyFieldsProps) {
  const t = useTranslations("membership.apply");
  const languages = useTranslations("ui");
  const field = (name: string) => ({ ...bindField(name, values, change), error: errors[name] });
  const same = values.same === "yes";
  const choose = { value: "", label: t("choose"), disabled: true };
  const text = (name: string) => ({
    name,
    bind: bindLanguages(name, values, change),
    errorAt: (at: string) => errors[at],
  });
  return (
    <>
      <Group title={t("organization")}>
        {same ? (
          <TextField label={t("name")} maxLength={160} autoComplete="organization" {...field("name.en")} />
        ) : (
          <div className="grid gap-5 md:grid-cols-2">
            <BilingualField
              {...text("name")}
              labels={{ en: t("nameEn"), fr: t("nameFr") }}
              maxLength={160}
              autoComplete="organization"
            />
          </div>
        )}
        <Checkbox
          name="same"
          label={t("same")}
          checked={same}
          onChange={(event) => change("same", event.target.checked ? "yes" : "")}
        />
        <SimilarNote en={values["name.en"] ?? ""} fr={same ? "" : (values["name.fr"] ?? "")} />
        <div className="grid gap-5 md:grid-cols-2">
          <Select label={t("type")} options={[choose, ...types]} {...field("type")} />
          <Select label={t("province")} options={[choose, ...provinces]} {...field("province")} />
        </div>
        <Select
          label={t("workingLanguage")}
          options={[
            { value: "en", label: languages("english") },
            { value: "fr", label: languages("french") },
          ]}
          {...field("workingLanguage")}
        />
        <BilingualField {...text("mandate")} label={t("mandate")} hint={t("mandateHint")} rows={3} required={false} />
        <TextField
          label={t("website")}
          hint={t("websiteHint")}
          optional
          type="url"
          inputMode="url"
          autoComplete="url"
          maxLength={200}
          {...field("website")}
        />
        <TextArea label={t("why")} hint={t("whyHint")} rows={4} {...field("why")} />
      </Group>
      <Group title={t("contact")}>
        <TextField label={t("contactName")} maxLength={120} autoComplete="name" {...field("contact.name")} />
        <TextField
          label={t("contactEmail")}
          hint={t("contactEmailHint")}
          type="email"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
          {...field("contact.email")}
        />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-5 border-t border-ink pt-3">
      <legend className="float-left mb-1 w-full font-semibold text-h3">{title}</legend>
      {children}
    </fieldset>
  );
}
