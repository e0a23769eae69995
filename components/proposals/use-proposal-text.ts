import { useTranslations } from "next-intl";
import { bindLanguages } from "@/components/forms/bilingual-field";
import type { FormValues } from "@/components/forms/saved-values";
import { reasonCharacters, statementCharacters, titleCharacters } from "@/lib/proposals/schema";

type Form = {
  values: FormValues;
  change: (name: string, value: string) => void;
  errors: Record<string, string | undefined>;
};

const texts = {
  title: { label: "names", hint: "namesHint", count: titleCharacters, rows: 1 },
  statement: { label: "sentence", hint: "sentenceHint", count: statementCharacters, rows: 4 },
  reason: { label: "reasons", hint: "reasonsHint", count: reasonCharacters, rows: 3 },
} as const;

/** The bilingual fields of a proposal and of a rewording: the same labels and limits in both forms. */
export function useProposalText({ values, change, errors }: Form) {
  const t = useTranslations("proposals.form");
  return (name: keyof typeof texts) => {
    const { label, hint, count, rows } = texts[name];
    return {
      name,
      label: t(label),
      hint: t(hint, { count }),
      labels: { en: t("english"), fr: t("french") },
      rows,
      words: true,
      required: false,
      bind: bindLanguages(name, values, change),
      errorAt: (field: string) => errors[field],
    };
  };
}
