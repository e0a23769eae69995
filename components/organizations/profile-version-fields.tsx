import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Diff } from "@/components/ui/diff";
import { Facts } from "@/components/ui/facts";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { allFields, changedFields, type PlainField, type ProfileTexts } from "./load-profile-history";

/** The words of what is chosen from a list, counted or written once for both languages. */
function useFormatPlainField(): (text: ProfileTexts, field: PlainField) => ReactNode {
  const t = useTranslations("organizations.profileHistory");
  const organizations = useTranslations("organizations");
  const formatCode = useCodeLabel();
  return (text, field) => {
    if (field === "type") return formatCode("organizationType", text.type);
    if (field === "province") return formatCode("province", text.province);
    if (field === "signOffKind") return formatCode("signOffKind", text.signOffKind);
    if (field === "signOffTypicalDays") return t("days", { days: text.signOffTypicalDays });
    if (field === "listing") return t(`listing.${text.listing}`);
    if (field === "workingLanguage") return organizations(`language.${text.workingLanguage === "fr" ? "fr" : "en"}`);
    return text.website ?? t("none");
  };
}

/** The fields in which a profile version differs from the next, in both languages. */
export function ChangedFields({ before, after }: { before: ProfileTexts; after: ProfileTexts }) {
  const t = useTranslations("organizations.profileHistory");
  const languages = useTranslations("positions.wordings");
  const formatPlain = useFormatPlainField();
  const { pairs, plain } = changedFields(before, after);
  return (
    <dl className="grid gap-3">
      {pairs.map((field) => (
        <div key={field} className="grid gap-1">
          <dt className="text-small text-ink-3">{t(`field.${field}`)}</dt>
          {(["en", "fr"] as const)
            .filter((lang) => before[field][lang] !== after[field][lang])
            .map((lang) => (
              <dd key={lang}>
                <span className="text-small text-ink-3">{languages(lang)}</span>
                <Diff before={before[field][lang]} after={after[field][lang]} lang={lang} />
              </dd>
            ))}
        </div>
      ))}
      {plain.map((field) => (
        <div key={field}>
          <dt className="text-small text-ink-3">{t(`field.${field}`)}</dt>
          <dd>{t.rich("was", { before: () => formatPlain(before, field), after: () => formatPlain(after, field) })}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The whole earlier version, folded away. */
export function WholeVersion({ text }: { text: ProfileTexts }) {
  const t = useTranslations("organizations.profileHistory");
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const formatPlain = useFormatPlainField();
  const formatPair = (field: (typeof allFields.pairs)[number]) =>
    text[field][locale] || text[field][other] ? (
      <>
        {text[field][locale] && <span className="block">{text[field][locale]}</span>}
        {text[field][other] && (
          <span className="block text-ink-2" lang={other}>
            {text[field][other]}
          </span>
        )}
      </>
    ) : (
      t("none")
    );
  return (
    <details>
      <summary className="cursor-pointer">{t("whole")}</summary>
      <div className="pt-2">
        <Facts
          facts={[
            ...allFields.pairs.map((field) => [t(`field.${field}`), formatPair(field)] as const),
            ...allFields.plain.map((field) => [t(`field.${field}`), formatPlain(text, field)] as const),
          ]}
        />
      </div>
    </details>
  );
}
