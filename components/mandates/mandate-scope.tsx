import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import { powers } from "@/lib/organizations/schema";

export type ThemeOption = { slug: string; title: { en: string; fr: string } };
type MandateScopeFieldsProps = { themes: readonly ThemeOption[]; wrong: (field: string) => string | undefined };

/** Which powers, and on which themes. */
export function MandateScopeFields({ themes, wrong }: MandateScopeFieldsProps) {
  const t = useTranslations("mandates");
  const locale = useLocale();
  const [scope, setReach] = useState("every");
  return (
    <>
      <fieldset id="powers" tabIndex={-1} className="grid gap-2">
        <legend className="field-label">{t("grant.powers")}</legend>
        {powers.map((power) => (
          <Checkbox
            key={power}
            name="powers"
            id={`powers.${power}`}
            value={power}
            label={t(`power.${power}`)}
            hint={t(`grant.meaning.${power}`)}
          />
        ))}
        <FieldError id="powers">{wrong("powers")}</FieldError>
      </fieldset>
      <RadioCards
        name="reach"
        label={t("grant.reach")}
        value={scope}
        onChange={setReach}
        cards={[
          { value: "every", label: t("grant.every"), hint: t("grant.everyHint") },
          { value: "some", label: t("grant.some"), hint: t("grant.someHint") },
        ]}
      />
      {scope === "some" && (
        <fieldset id="themes" tabIndex={-1} className="grid gap-2">
          <legend className="field-label">{t("grant.some")}</legend>
          {themes.map(({ slug, title }) => (
            <Checkbox key={slug} name="themes" id={`themes.${slug}`} value={slug} label={title[locale]} />
          ))}
          <FieldError id="themes">{wrong("themes")}</FieldError>
        </fieldset>
      )}
    </>
  );
}
