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

type Source = { titleEn: string; titleFr: string; symbol: string | null };

const toLine = (title: string, { symbol }: Pick<Source, "symbol">, locator: string | null) =>
  [symbol ? `${title} (${symbol})` : title, locator].filter(Boolean).join(", ");

/** A source as it is signed, the same in both languages: the document as it calls itself, its symbol, where in it. */
export const toSourceLine = (item: Pick<Source, "titleEn" | "symbol">, locator: string | null) =>
  toLine(item.titleEn, item, locator);

/** The same for readers of French, by the title that the library has for them; no part of what is signed. */
export const toFrenchSourceLine = (item: Omit<Source, "titleEn"> | null, locator: string | null) =>
  item?.titleFr ? toLine(item.titleFr, item, locator) : null;

/** The line of a source in the reader's language. */
export const sourceLineIn = (source: { line: string; lineFr: string | null }, language: Language) =>
  (language === "fr" && source.lineFr) || source.line;
