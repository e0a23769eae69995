"use client";

import { useTranslations } from "next-intl";
import { BilingualField } from "@/components/forms/bilingual-field";
import { StanceCards } from "@/components/stances/stance-cards";
import { DateField } from "@/components/ui/date-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { reservationWordLimit, visibilities } from "@/lib/positions/constants";
import type { Stance, Visibility } from "@/lib/positions/schema";
import type { DraftValues } from "./draft-values";
import { VisibilityLimits } from "./visibility-limits";

type DraftFieldsProps = {
  values: DraftValues;
  change: <Name extends keyof DraftValues>(name: Name, value: DraftValues[Name]) => void;
  /** What is wrong, by field. */
  errors: Record<string, string>;
  organization: string;
};

/** Stance, reservation, reasons, readers, review: in the order in which a board would decide them. */
export function DraftFields({ values, change, errors, organization }: DraftFieldsProps) {
  const t = useTranslations("positions");
  const text = (name: "reservation" | "rationale") => ({
    name,
    label: t(`form.${name}`),
    hint: t(`form.${name}Hint`),
    rows: 4,
    words: true,
    required: false,
    errorAt: (field: string) => errors[field],
    bind: (language: "en" | "fr") => {
      const key = language === "en" ? (`${name}En` as const) : (`${name}Fr` as const);
      const onChange = (event: { target: { value: string } }) => change(key, event.target.value);
      return { value: values[key], onChange };
    },
  });
  const day = (name: "undecidedSince" | "decideBy" | "reviewBy") => ({
    name,
    optional: true,
    value: values[name],
    onChange: (event: { target: { value: string } }) => change(name, event.target.value),
    error: errors[name],
  });
  const readers = visibilities.map((value) => ({
    value,
    label: t(`visibility.name.${value}`, { organization }),
    hint: t(`visibility.meaning.${value}`),
  }));
  return (
    <div className="grid gap-6">
      <StanceCards
        name="stance"
        label={t("form.stance", { organization })}
        value={values.stance}
        onChange={(stance) => change("stance", stance as Stance)}
        error={errors.stance}
        required={false}
      />
      {values.stance === "support_with_reservation" && (
        <BilingualField {...text("reservation")} wordLimit={reservationWordLimit} />
      )}
      {values.stance === "undecided" && (
        <div className="grid gap-6 sm:grid-cols-2">
          <DateField {...day("undecidedSince")} label={t("undecided.since")} hint={t("undecided.sinceHint")} />
          <DateField {...day("decideBy")} label={t("undecided.decideBy")} hint={t("undecided.decideByHint")} />
        </div>
      )}
      <BilingualField {...text("rationale")} />
      <RadioCards
        name="visibility"
        label={t("form.visibility")}
        cards={readers}
        value={values.visibility}
        onChange={(visibility) => change("visibility", visibility as Visibility)}
        error={errors.visibility}
      />
      <VisibilityLimits chosen={values.visibility} />
      <DateField {...day("reviewBy")} label={t("form.review")} hint={t("form.reviewHint")} />
    </div>
  );
}
