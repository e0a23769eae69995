"use client";

import { useLocale, useTranslations } from "next-intl";
import { StanceCards } from "@/components/stances/stance-cards";
import { DateField } from "@/components/ui/date-field";
import { LanguagePair } from "@/components/ui/language-pair";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextArea } from "@/components/ui/text-area";
import { reservationWordLimit, visibilities } from "@/lib/positions/constants";
import type { Stance, Visibility } from "@/lib/positions/schema";
import type { DraftValues } from "./draft-values";

type DraftFieldsProps = {
  values: DraftValues;
  change: <Name extends keyof DraftValues>(name: Name, value: DraftValues[Name]) => void;
  /** What is wrong, by field. */
  errors: Record<string, string>;
  organization: string;
};

type PairProps = {
  name: "reservation" | "rationale";
  limit?: number;
} & Pick<DraftFieldsProps, "values" | "change" | "errors">;

/** The same text in both languages. What is wrong with the pair as a whole is said at the reader's language. */
function TextPair({ name, limit, values, change, errors }: PairProps) {
  const t = useTranslations("positions.form");
  const locale = useLocale();
  const area = (language: "en" | "fr", key: "En" | "Fr") => (
    <TextArea
      name={`${name}.${language}`}
      label={t(language === "en" ? "english" : "french")}
      lang={language}
      words
      rows={4}
      required={false}
      wordLimit={limit}
      value={values[`${name}${key}`]}
      onChange={(event) => change(`${name}${key}`, event.target.value)}
      error={errors[`${name}.${language}`] ?? (language === locale ? errors[name] : undefined)}
    />
  );
  return <LanguagePair label={t(name)} hint={t(`${name}Hint`)} en={area("en", "En")} fr={area("fr", "Fr")} />;
}

/** Stance, reservation, reasons, readers, review: in the order in which a board would decide them. */
export function DraftFields({ values, change, errors, organization }: DraftFieldsProps) {
  const t = useTranslations("positions");
  const texts = { values, change, errors };
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
        <TextPair name="reservation" limit={reservationWordLimit} {...texts} />
      )}
      {values.stance === "undecided" && (
        <div className="grid gap-6 sm:grid-cols-2">
          <DateField
            name="undecidedSince"
            label={t("undecided.since")}
            hint={t("undecided.sinceHint")}
            optional
            value={values.undecidedSince}
            onChange={(event) => change("undecidedSince", event.target.value)}
            error={errors.undecidedSince}
          />
          <DateField
            name="decideBy"
            label={t("undecided.decideBy")}
            hint={t("undecided.decideByHint")}
            optional
            value={values.decideBy}
            onChange={(event) => change("decideBy", event.target.value)}
            error={errors.decideBy}
          />
        </div>
      )}
      <TextPair name="rationale" {...texts} />
      <RadioCards
        name="visibility"
        label={t("form.visibility")}
        cards={readers}
        value={values.visibility}
        onChange={(visibility) => change("visibility", visibility as Visibility)}
        error={errors.visibility}
      />
      <DateField
        name="reviewBy"
        label={t("form.review")}
        hint={t("form.reviewHint")}
        optional
        value={values.reviewBy}
        onChange={(event) => change("reviewBy", event.target.value)}
        error={errors.reviewBy}
      />
    </div>
  );
}
