import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import type { Option } from "@/components/ui/select";

type ProvinceFieldsProps = { options: readonly Option[]; chosen: readonly string[]; error: string | undefined };

/** In which provinces and territories it is a holiday: each a box to tick. */
export function ProvinceFields({ options, chosen, error }: ProvinceFieldsProps) {
  const t = useTranslations("closingDays.keep");
  return (
    <fieldset
      id="provinces"
      tabIndex={-1}
      className={error ? "field-wrong" : undefined}
      aria-describedby="provinces-hint"
    >
      <legend className="field-label">{t("provinces")}</legend>
      <p id="provinces-hint" className="field-hint">
        {t("provincesHint")}
      </p>
      <div className="mt-1 grid gap-1 sm:grid-cols-2 md:grid-cols-3">
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            id={`province-${value}`}
            name="provinces"
            value={value}
            label={label}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
      <FieldError id="provinces">{error}</FieldError>
    </fieldset>
  );
}
