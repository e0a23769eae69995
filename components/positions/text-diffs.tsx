import { useTranslations } from "next-intl";
import { LateDiff } from "@/components/ui/late-diff";
import type { DraftValues } from "./draft-values";

export const texts = [
  ["reservation", "reservationEn", "en"],
  ["reservation", "reservationFr", "fr"],
  ["rationale", "rationaleEn", "en"],
  ["rationale", "rationaleFr", "fr"],
] as const;

type TextDiffsProps = { before: DraftValues; after: DraftValues };

export const changedTexts = (before: DraftValues, after: DraftValues) =>
  texts.filter(([, key]) => before[key] !== after[key]);

/** Each text that differs, by word, language by language. */
export function TextDiffs({ before, after }: TextDiffsProps) {
  const t = useTranslations("positions");
  return changedTexts(before, after).map(([name, key, lang]) => (
    <div key={key}>
      <p className="text-small text-ink-3">
        {t(`form.${name}`)}, {t(`text.inLanguage.${lang}`)}
      </p>
      <LateDiff before={before[key]} after={after[key]} lang={lang} />
    </div>
  ));
}
