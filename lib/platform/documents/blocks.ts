import type { Locale } from "@/lib/platform/i18n/routing";

/** A block of a document, in reading order, independent of the output format (PDF, HTML, screen). */
export type Block = {
  kind: "eyebrow" | "title" | "wording" | "otherWording" | "head" | "text" | "small" | "quote" | "diff" | "link";
  text: string;
  /** For a difference: the text before, and the labels of what was added or removed, or differs by typography alone. */
  before?: string;
  marks?: { added: string; removed: string; typography: string };
  lang?: Locale;
  strong?: boolean;
  href?: string;
};

export type BlockText = { en: string | null; fr: string | null };

/** In the reader's language where there is a text in it; else in the other, whose `lang` is then to be marked. */
export function pickText(given: BlockText | null, language: Locale): { text: string; lang: Locale } | null {
  const other = language === "en" ? "fr" : "en";
  const own = given?.[language];
  if (own) return { text: own, lang: language };
  const theirs = given?.[other];
  return theirs ? { text: theirs, lang: other } : null;
}
