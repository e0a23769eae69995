"use client";

import { useTranslations } from "next-intl";
import { Several } from "@/components/forms/several";
import { RadioCards } from "@/components/ui/radio-cards";
import type { PlanFieldsProps } from "./plan-fields";

/** Who is invited: everyone, or those who are ticked; offices where a government is met. */
export function InviteFields({ values, change, errorAt, options }: PlanFieldsProps) {
  const t = useTranslations("briefings.form");
  // The API names one of several by its number in what was sent.
  const wrongIn = (name: string) => errorAt(name) ?? errorAt(`${name}.0`);
  return (
    <>
      {values.kind === "government" && (
        <Several
          name="offices"
          label={t("offices")}
          hint={t("officesHint")}
          options={options.offices}
          {...{ values, change }}
          error={wrongIn("offices")}
        />
      )}
      <RadioCards
        name="invite"
        label={t("organizations")}
        cards={[
          { value: "all", label: t("all") },
          { value: "some", label: t("some") },
        ]}
        value={values.invite ?? "all"}
        onChange={(value) => change("invite", value)}
      />
      {values.invite === "some" && (
        <Several
          name="organizations"
          label={t("some")}
          options={options.organizations}
          {...{ values, change }}
          error={wrongIn("organizations")}
        />
      )}
    </>
  );
}
