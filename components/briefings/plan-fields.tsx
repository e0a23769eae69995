"use client";

import { useTranslations } from "next-intl";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField } from "@/components/forms/use-autosave";
import { DateField } from "@/components/ui/date-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import {
  attributionRules,
  briefingCadences,
  briefingKinds,
  lengthBounds,
  maxInvited,
  purposeCharacters,
  titleCharacters,
  whereCharacters,
} from "@/lib/briefings/constants";
import { InviteFields } from "./invite-fields";
import { PartFields } from "./part-fields";

export type PlanOptions = {
  hosts: readonly Option[];
  organizations: readonly Option[];
  offices: readonly Option[];
  zones: { label: string; options: Option[] }[];
};
export type PlanFieldsProps = {
  values: FormValues;
  change: (name: string, value: string) => void;
  errorAt: (field: string) => string | undefined;
  options: PlanOptions;
  /** A frame that is changed: who hosts it, its kind and its rule are not part of that. */
  editing: boolean;
  /** What may still be added to it. */
  addable: readonly ("caucus" | "debrief")[];
};

/** The frame of a meeting, in the order in which it is thought of. */
export function PlanFields(props: PlanFieldsProps) {
  const { values, change, errorAt, options, editing, addable } = props;
  const t = useTranslations("briefings.form");
  const names = useTranslations("briefings");
  const field = (name: string) => ({ ...bindField(name, values, change), error: errorAt(name) });
  const texts = (name: "title" | "purpose" | "place") => ({ name, bind: bindLanguages(name, values, change), errorAt });
  return (
    <>
      {!editing && (
        <RadioCards
          name="kind"
          label={t("kind")}
          cards={briefingKinds.map((value) => ({ value, label: names(`kind.${value}`), hint: t(`kindHint.${value}`) }))}
          value={values.kind ?? ""}
          onChange={(value) => change("kind", value)}
          error={errorAt("kind")}
        />
      )}
      {!editing && options.hosts.length > 1 && (
        <Select label={t("host")} hint={t("hostHint")} options={options.hosts} {...field("host")} />
      )}
      <BilingualField
        {...texts("title")}
        label={t("title")}
        hint={t("titleHint")}
        required={false}
        maxLength={titleCharacters}
      />
      <BilingualField
        {...texts("purpose")}
        label={t("purpose")}
        rows={3}
        required={false}
        maxLength={purposeCharacters}
      />
      <BilingualField
        {...texts("place")}
        label={t("where")}
        hint={t("whereHint")}
        rows={2}
        required={false}
        maxLength={whereCharacters}
      />
      {!editing && (
        <RadioCards
          name="attribution"
          label={t("rule")}
          hint={t("ruleHint")}
          cards={attributionRules.map((value) => ({
            value,
            label: names(`rule.${value}`),
            hint: names(`ruleMeaning.${value}`),
          }))}
          value={values.attribution || null}
          onChange={(value) => change("attribution", value)}
          error={errorAt("attribution")}
        />
      )}
      <div className="grid gap-5 md:grid-cols-2">
        <TextField
          label={t("minutes")}
          type="number"
          inputMode="numeric"
          min={lengthBounds.least}
          max={lengthBounds.most}
          {...field("minutes")}
        />
        <Select label={t("zone")} hint={t("zoneHint")} options={[]} groups={options.zones} {...field("zone")} />
        <TextField
          label={t("quorum")}
          hint={t("quorumHint")}
          type="number"
          inputMode="numeric"
          min={1}
          max={maxInvited}
          optional
          {...field("quorum")}
        />
        <Select
          label={t("cadence")}
          options={[
            { value: "", label: t("cadenceNone") },
            ...briefingCadences.map((value) => ({ value, label: names(`cadence.${value}`) })),
          ]}
          {...field("cadence")}
        />
        <DateField label={t("lastOn")} optional {...field("lastHeldOn")} />
        <DateField label={t("dueOn")} hint={t("dueHint")} optional {...field("dueOn")} />
        <DateField label={t("callClosesOn")} hint={t("callHint")} optional {...field("callClosesOn")} />
      </div>
      <InviteFields {...props} />
      {values.kind === "government" && addable.map((part) => <PartFields key={part} part={part} {...props} />)}
    </>
  );
}
