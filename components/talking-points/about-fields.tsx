"use client";

import { useTranslations } from "next-intl";
import { type FormValues, listed } from "@/components/forms/saved-values";
import { Several } from "@/components/forms/several";
import { bindField } from "@/components/forms/use-autosave";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { type Option, Select } from "@/components/ui/select";
import { talkingPointKinds } from "@/lib/talking-points/constants";

export type AboutOptions = {
  organizations: readonly Option[];
  themes: readonly Option[];
  propositions: readonly (Option & { theme: string })[];
  areas: readonly Option[];
  audiences: readonly Option[];
  sources: readonly Option[];
  offices: readonly Option[];
};

type AboutFieldsProps = {
  values: FormValues;
  change: (name: string, value: string) => void;
  errorAt: (field: string) => string | undefined;
  options: AboutOptions;
  /** Other words for a point: what does not belong to them is changed elsewhere. */
  editing: boolean;
};

/** Where the text belongs. A theme, a regime area and an audience are asked for; the rest may be named. */
export function AboutFields({ values, change, errorAt, options, editing }: AboutFieldsProps) {
  const t = useTranslations("talkingPoints.write");
  const kinds = useTranslations("talkingPoints.kind");
  const themes = listed(values, "themes");
  const several = (
    name: "themes" | "propositions" | "regimeAreas" | "audiences" | "sources",
    all: readonly Option[],
  ) => (
    <Several
      name={name}
      options={all}
      {...{ values, change }}
      error={errorAt(name)}
      label={t(name)}
      hint={t(`${name}Hint`)}
    />
  );
  const carried = options.propositions.filter(
    ({ theme, value }) => themes.includes(theme) || listed(values, "propositions").includes(value),
  );
  return (
    <section className="grid gap-6" aria-labelledby="about-title">
      <h2 id="about-title" className="border-b-[1.5px] border-ink pb-1 font-semibold text-h3">
        {t("about")}
      </h2>
      {options.organizations.length > 1 && (
        <Select
          label={t("organization")}
          options={options.organizations}
          {...bindField("organization", values, change)}
          error={errorAt("organization") ?? errorAt("onBehalfOf")}
        />
      )}
      {!editing && (
        <RadioCards
          name="kind"
          label={t("pointKind")}
          cards={talkingPointKinds.map((value) => ({
            value,
            label: kinds(value),
            hint: t(`pointKindMeaning.${value}`),
          }))}
          value={values.kind || "line"}
          onChange={(value) => change("kind", value)}
        />
      )}
      {several("themes", options.themes)}
      {carried.length > 0 && several("propositions", carried)}
      {!editing && (
        <>
          {several("regimeAreas", options.areas)}
          {several("audiences", options.audiences)}
          <details>
            <summary className="min-h-(--control) cursor-pointer content-center font-semibold text-pen">
              {t("more")}
            </summary>
            <div className="grid gap-6 border-l border-rule py-1 pl-4">
              {several("sources", options.sources)}
              <DateField
                label={t("reviewBy")}
                hint={t("reviewByHint")}
                optional
                {...bindField("reviewBy", values, change)}
                error={errorAt("reviewBy")}
              />
            </div>
          </details>
          <Checkbox
            name="open"
            label={t("open")}
            hint={t("openHint")}
            checked={values.open === "true"}
            onChange={({ target }) => change("open", target.checked ? "true" : "")}
          />
        </>
      )}
    </section>
  );
}
