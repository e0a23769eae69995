"use client";

import { useLocale, useTranslations } from "next-intl";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { longDay } from "@/components/ui/format-moment";
import { RadioCards } from "@/components/ui/radio-cards";
import { Section } from "@/components/ui/section";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { noonOf } from "@/lib/platform/time/noon-of";
import { addWorkingDays, type BlackoutPeriod, type ClosingRule } from "@/lib/platform/time/working-days";
import type { FormValues } from "../forms/saved-values";
import { bindField } from "../forms/use-autosave";

export type ProfileOptions = {
  types: readonly Option[];
  provinces: readonly Option[];
  kinds: readonly Option[];
  today: string;
  blackouts: readonly BlackoutPeriod[];
  closing: ClosingRule;
};

type ProfileFieldsProps = ProfileOptions & {
  mayListPublicly: boolean;
  /** Two sign for it now, so that another rule is proposed. */
  joint: boolean;
  values: FormValues;
  change: (name: string, value: string) => void;
  errors: Record<string, string | undefined>;
};

export function ProfileFields({
  types,
  provinces,
  kinds,
  today,
  blackouts,
  closing,
  mayListPublicly,
  joint,
  ...form
}: ProfileFieldsProps) {
  const t = useTranslations("organizations.profile");
  const apply = useTranslations("membership.apply");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const { values, change, errors } = form;
  const field = (name: string) => ({ ...bindField(name, values, change), error: errors[name] });
  const text = (name: string) => ({
    name,
    bind: bindLanguages(name, values, change),
    errorAt: (field: string) => errors[field],
  });
  const optional = { rows: 2, required: false };
  const days = Number(values.signOffTypicalDays);
  const suggested =
    Number.isInteger(days) && days >= 0 && days <= 365 ? addWorkingDays(today, days, blackouts, closing) : null;
  return (
    <>
      <Section title={t("names")}>
        <div className="grid gap-5 pt-3 md:grid-cols-2">
          <BilingualField {...text("name")} labels={{ en: apply("nameEn"), fr: apply("nameFr") }} maxLength={160} />
          <BilingualField {...text("short")} labels={{ en: t("shortEn"), fr: t("shortFr") }} maxLength={40} />
        </div>
      </Section>
      <Section title={t("about")}>
        <div className="grid gap-5 pt-3">
          <div className="grid gap-5 md:grid-cols-2">
            <Select label={apply("type")} options={types} {...field("type")} />
            <Select label={apply("province")} options={provinces} {...field("province")} />
            <Select
              label={apply("workingLanguage")}
              options={[
                { value: "en", label: ui("english") },
                { value: "fr", label: ui("french") },
              ]}
              {...field("workingLanguage")}
            />
            <TextField label={apply("website")} hint={apply("websiteHint")} optional type="url" {...field("website")} />
          </div>
          <BilingualField {...text("mandate")} {...optional} label={apply("mandate")} />
          <RadioCards
            name="listing"
            label={t("listing")}
            hint={mayListPublicly ? undefined : t("publicNeeds")}
            error={errors.listing}
            value={values.listing ?? null}
            onChange={(value) => change("listing", value)}
            cards={[
              { value: "network", label: t("network"), hint: t("networkHint") },
              ...(mayListPublicly ? [{ value: "public", label: t("public"), hint: t("publicHint") }] : []),
            ]}
          />
        </div>
      </Section>
      <Section title={t("rule")}>
        <div className="grid gap-5 pt-3">
          <div className="grid items-start gap-5 md:grid-cols-2">
            <Select
              label={t("kind")}
              hint={values.signOffKind === "joint" ? t("joint") : joint ? t("ruleByTwo") : undefined}
              options={kinds}
              {...field("signOffKind")}
            />
            <div className="grid gap-1.5">
              <TextField
                label={t("days")}
                hint={t("daysHint")}
                type="number"
                inputMode="numeric"
                min={0}
                max={365}
                className="max-w-28"
                {...field("signOffTypicalDays")}
              />
              <p aria-live="polite" className="text-small text-ink-2">
                {suggested && t("suggested", { day: longDay(noonOf(suggested), locale) })}
              </p>
            </div>
          </div>
          <BilingualField {...text("signOffRule")} {...optional} label={t("ruleText")} />
          <BilingualField
            {...text("signOffAlternate")}
            {...optional}
            label={t("alternate")}
            hint={t("alternateHint")}
          />
        </div>
      </Section>
    </>
  );
}
