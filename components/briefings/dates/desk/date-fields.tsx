"use client";

import { useTranslations } from "next-intl";
import { readProblem } from "@/components/forms/read-problem";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField } from "@/components/forms/use-autosave";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { TextField } from "@/components/ui/text-field";
import { DoubledHour } from "./doubled-hour";
import { type ZoneGroups, ZoneSelect } from "./zone-select";

type DateFieldsProps = {
  /** Unlike any other on the page. */
  id: string;
  values: FormValues;
  change: (name: string, value: string) => void;
  zones: ZoneGroups;
  error: unknown;
};

/** A day and its hours on the clock of a zone, or whole days. */
export function DateFields({ id, values, change, zones, error }: DateFieldsProps) {
  const t = useTranslations("briefingDates.desk");
  const { mistakes, reason } = readProblem(error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === `date.${field}`)?.message;
  const bind = (name: string) => ({ ...bindField(name, values, change), id: `${id}-${name}` });
  return (
    <>
      <FieldErrors errors={mistakes} />
      <ZoneSelect
        id={`${id}-zone`}
        label={t("zone")}
        hint={t("zoneHint")}
        groups={zones}
        value={values.zone ?? ""}
        error={errorAt("zone")}
        onChange={(zone) => change("zone", zone)}
      />
      <Checkbox
        name={`${id}-allDay`}
        label={t("allDay")}
        checked={Boolean(values.allDay)}
        onChange={(event) => change("allDay", event.target.checked ? "yes" : "")}
      />
      <div className="flex flex-wrap gap-3">
        <DateField label={t("day")} {...bind("day")} error={errorAt("wallStart")} />
        {values.allDay ? (
          <DateField label={t("lastDay")} optional {...bind("lastDay")} error={errorAt("wallEnd")} />
        ) : (
          <>
            <TextField type="time" label={t("from")} {...bind("from")} className="max-w-36" />
            <TextField
              type="time"
              label={t("until")}
              {...bind("until")}
              className="max-w-36"
              error={errorAt("wallEnd")}
            />
          </>
        )}
      </div>
      <DoubledHour
        name={`${id}-doubledHour`}
        reason={reason}
        value={values.doubledHour ?? ""}
        onChange={(value) => change("doubledHour", value)}
      />
      <TextField label={t("noteEn")} lang="en" optional {...bind("note.en")} maxLength={300} />
      <TextField label={t("noteFr")} lang="fr" optional {...bind("note.fr")} maxLength={300} />
    </>
  );
}
