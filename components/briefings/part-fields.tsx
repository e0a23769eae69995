"use client";

import { useTranslations } from "next-intl";
import { bindField } from "@/components/forms/use-autosave";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { attributionRules, lengthBounds } from "@/lib/briefings/constants";
import type { PlanFieldsProps } from "./plan-fields";

/** A meeting for members alone that goes with it: its own length and its own rule. */
export function PartFields({ part, values, change, errorAt }: PlanFieldsProps & { part: "caucus" | "debrief" }) {
  const t = useTranslations("briefings.form");
  const rules = useTranslations("briefings.rule");
  const field = (name: string) => ({ ...bindField(name, values, change), error: errorAt(name) });
  return (
    <div className="grid gap-3">
      <Checkbox
        name={part}
        label={t(part)}
        hint={t(`${part}Hint`)}
        checked={values[part] === "true"}
        onChange={({ target }) => change(part, target.checked ? "true" : "")}
        error={errorAt(part)}
      />
      {values[part] === "true" && (
        <div className="grid gap-5 border-rule border-l pl-4 md:grid-cols-2">
          <Select
            label={t(`${part}Rule`)}
            options={attributionRules.map((value) => ({ value, label: rules(value) }))}
            {...field(`${part}.attribution`)}
          />
          <TextField
            label={t(`${part}Minutes`)}
            type="number"
            inputMode="numeric"
            min={lengthBounds.least}
            max={lengthBounds.most}
            {...field(`${part}.minutes`)}
          />
        </div>
      )}
    </div>
  );
}
