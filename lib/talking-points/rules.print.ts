import type { ClauseText, TitleText } from "./rules.text";

type Language = "en" | "fr";

const lineOf = (it: ClauseText, at: number, language: Language) => {
  const [text, question, addressee] =
    language === "en" ? [it.en, it.questionEn, it.addresseeEn] : [it.fr, it.questionFr, it.addresseeFr];
  return [question, text, addressee && `→ ${addressee}`, it.source && `(${it.source})`]
    .filter(Boolean)
    .map((part, index) => (index === 0 ? `${at + 1}. ${part}` : `   ${part}`))
    .join("\n");
};

/** A version in one language as plain text; what is missing in it is left out. */
export const toPlainText = ({ titleEn, titleFr }: TitleText, clauses: readonly ClauseText[], language: Language) =>
  [language === "en" ? titleEn : titleFr, ...clauses.map((it, at) => lineOf(it, at, language))]
    .filter(Boolean)
    .join("\n\n");

/** A source as it is printed, the same in both languages: the document as it calls itself, its symbol, where in it. */
export const toSourceLine = (item: { titleEn: string; symbol: string | null }, locator: string | null) =>
  [item.symbol ? `${item.titleEn} (${item.symbol})` : item.titleEn, locator].filter(Boolean).join(", ");
