"use client";

import { useTranslations } from "next-intl";
import { BilingualField } from "@/components/forms/bilingual-field";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField } from "@/components/forms/use-autosave";
import { RadioCards } from "@/components/ui/radio-cards";
import { type Option, Select } from "@/components/ui/select";
import { hasBoth, joined } from "./proposal-values";
import { SimilarWarning } from "./similar-warning";
import { useProposalText } from "./use-proposal-text";

export type ProposalOptions = {
  organizations: readonly Option[];
  themes: readonly (Option & { area: string })[];
  areas: readonly Option[];
};

type ProposalFieldsProps = ProposalOptions & {
  values: FormValues;
  change: (name: string, value: string) => void;
  errors: Record<string, string | undefined>;
  /** The proposal that is being changed. */
  id?: string | undefined;
  disputed: boolean;
};

const parityOptions = ["equal", "pending"] as const;

/** Where it belongs, its words in both languages, whether they say the same, and why it is asked. */
export function ProposalFields(props: ProposalFieldsProps) {
  const { organizations, themes, areas, values, change, errors, id, disputed } = props;
  const t = useTranslations("proposals.form");
  const parity = useTranslations("proposals.parity");
  const choose = { value: "", label: t("choose"), disabled: true };
  const select = (name: string) => ({ ...bindField(name, values, change), error: errors[name] });
  const text = useProposalText({ values, change, errors });
  // The theme's own area is the likely one; whoever knows better says so.
  const chooseTheme = (theme: string) => {
    change("theme", theme);
    if (!values.regimeArea) change("regimeArea", themes.find(({ value }) => value === theme)?.area ?? "");
  };
  const cards = parityOptions.map((value) => ({ value, label: parity(value), hint: t(`parityMeaning.${value}`) }));
  return (
    <div className="grid gap-6">
      {organizations.length > 1 && !id && (
        <Select label={t("organization")} options={organizations} {...select("organization")} />
      )}
      <div className="grid gap-5 md:grid-cols-2">
        <Select
          label={t("theme")}
          options={[choose, ...themes]}
          {...select("theme")}
          onChange={(event) => chooseTheme(event.target.value)}
        />
        <Select label={t("area")} options={[choose, ...areas]} {...select("regimeArea")} />
      </div>
      <BilingualField {...text("title")} />
      <BilingualField {...text("statement")} />
      <SimilarWarning en={joined(values, "en")} fr={joined(values, "fr")} except={id} />
      {hasBoth(values) ? (
        <>
          <RadioCards
            name="parity"
            label={t("parity")}
            hint={t("parityHint")}
            cards={cards}
            value={values.parity || "pending"}
            onChange={(value) => change("parity", value)}
          />
          {disputed && <p className="notice notice-amber">{t("parityDisputed")}</p>}
        </>
      ) : (
        <div className="grid gap-1">
          <p className="field-label">{t("parity")}</p>
          <p className="field-hint">{t("parityHint")}</p>
          {(joined(values, "en") || joined(values, "fr")) && <p>{t("parityOne")}</p>}
        </div>
      )}
      <BilingualField {...text("reason")} />
    </div>
  );
}
