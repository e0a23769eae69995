/** A quotation within one: single marks in English, the English double ones in Canadian French. */
const pairs = {
  en: { marks: /[“"]([^“”"]*)[”"]/g, inner: ["‘", "’"] },
  fr: { marks: /(?:«\s*|")([^«»"]*?)(?:\s*»|")/g, inner: ["“", "”"] },
} as const;

/** Somebody's words as they are set between quotation marks; not a letter of them differs. A lone mark stays as it is. */
export function nestQuotes(text: string, language: string): string {
  const { marks, inner } = language === "fr" ? pairs.fr : pairs.en;
  return text.replace(marks, (_, words: string) => `${inner[0]}${words}${inner[1]}`);
}
