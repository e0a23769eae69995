import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCodeWords } from "@/components/themes/code-words";
import { Diff } from "@/components/ui/diff";
import { Facts } from "@/components/ui/facts";
import { allParts, changedParts, type PlainField, type Said } from "./earlier-texts";

/** The words of what is chosen from a list, counted or written once for both languages. */
function usePlainWords(): (text: Said, field: PlainField) => ReactNode {
  const t = useTranslations("texts");
  const organizations = useTranslations("organizations");
  const words = useCodeWords();
  return (text, field) => {
    if (field === "type") return words("organizationType", text.type);
    if (field === "province") return words("province", text.province);
    if (field === "signOffKind") return words("signOffKind", text.signOffKind);
    if (field === "signOffTypicalDays") return t("days", { days: text.signOffTypicalDays });
    if (field === "listing") return t(`listing.${text.listing}`);
    if (field === "workingLanguage") return organizations(`language.${text.workingLanguage === "fr" ? "fr" : "en"}`);
    return text.website ?? t("none");
  };
}

/** What one text said otherwise than the one after it, in both languages. */
export function ChangedParts({ before, after }: { before: Said; after: Said }) {
  const t = useTranslations("texts");
  const languages = useTranslations("positions.wordings");
  const plainWords = usePlainWords();
  const { pairs, plain } = changedParts(before, after);
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
          <dd>{t.rich("was", { before: () => plainWords(before, field), after: () => plainWords(after, field) })}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Everything that was said then, behind one press. */
export function WholeText({ text }: { text: Said }) {
  const t = useTranslations("texts");
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const plainWords = usePlainWords();
  const said = (field: (typeof allParts.pairs)[number]) =>
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
            ...allParts.pairs.map((field) => [t(`field.${field}`), said(field)] as const),
            ...allParts.plain.map((field) => [t(`field.${field}`), plainWords(text, field)] as const),
          ]}
        />
      </div>
    </details>
  );
}
