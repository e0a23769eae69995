import type { Locale } from "./routing";

/**
 * The one order of names and terms in a language, letter by letter as in a dictionary: accents decide last (in French from the
 * end of the word: cote, côte, coté), capitals stand beside small letters, œ with oe, figures as numbers. Spaces, hyphens,
 * apostrophes and « » do not count; leading articles do. The database's `in_english` and `in_french` are the same rule, on
 * the columns of `nameColumn` and `personColumn`: lists that are read page by page are put in order there.
 */
const collators = {
  en: new Intl.Collator("en-CA", { ignorePunctuation: true, numeric: true }),
  fr: new Intl.Collator("fr-CA", { ignorePunctuation: true, numeric: true }),
};

export const compareIn = (language: Locale): ((one: string, other: string) => number) => collators[language].compare;

/** The column that an organization's name stands in, in the order of this language. */
export const nameColumn = { en: "nameEn", fr: "nameFr" } as const satisfies Record<Locale, string>;

/** The same of a person, who has one name. */
export const personColumn = { en: "name", fr: "nameInFrench" } as const satisfies Record<Locale, string>;
