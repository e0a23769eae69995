// What a reader may type in several ways, and each in the one way it is compared. The function `fold` of the database is the
// same, letter for letter, over what it keeps for search; a test holds the two together.
const apostrophes = /[\u2019\u2018\u201b\u02bc\u02bb\u2032`]/g;
const hyphens = /[\u2010-\u2015\u2212]/g;
const unsaid = /["«»“”„‟‹›\u00ad\u200b-\u200d\u2060\ufeff]/g;
const marks = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;
// No kept text has the first: a database refuses it.
const spaces = /[\0\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const letters: Record<string, string> = { œ: "oe", æ: "ae", ς: "σ" };

/** A text as a reader may type it: no accents, capitals or quotation marks, plain apostrophes, hyphens and spaces, œ as two letters. */
export const foldText = (text: string) =>
  text
    .replaceAll("´", "'")
    .normalize("NFKD")
    .replace(apostrophes, "'")
    .replace(hyphens, "-")
    .replace(unsaid, "")
    .replace(marks, "")
    .replace(spaces, " ")
    .toLowerCase()
    .replace(/[œæς]/g, (letter) => letters[letter] ?? letter);

/** The words asked for, each folded. None where nothing is asked for, or nothing but quotation marks. */
export const foldTerms = (q: string | undefined): string[] =>
  foldText(q ?? "")
    .split(" ")
    .filter(Boolean);

/** Whether every word asked for is somewhere in these texts. Nothing asked for finds everything. */
export function matchesAllWords(q: string | undefined, texts: readonly (string | null | undefined)[]): boolean {
  const words = foldTerms(q);
  if (words.length === 0) return true;
  const whole = foldText(texts.filter(Boolean).join("\n"));
  return words.every((word) => whole.includes(word));
}

/** A word as `LIKE` takes it: its percent signs and underscores are letters like others. */
export const toPattern = (word: string) => word.replace(/[\\%_]/g, "\\$&");
