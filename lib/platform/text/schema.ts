import { z } from "zod";
import { toCanonicalText } from "./canonical";
import { hasHidden, hasLetter, noCharacter } from "./characters";

// PostgreSQL would turn a lone surrogate into U+FFFD without a word; the record would then hold other words than were sent.
const wellFormed = (text: string) => text.isWellFormed();

/** Several sentences, in their canonical form: line breaks welcome, broken Unicode and what is no character refused. */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .refine(wellFormed, "notUnicode")
    .overwrite(toCanonicalText)
    .refine((text) => !noCharacter.test(text), "controlCharacters");

/** One line: a name or a title, with a letter to say it by and without anything that nobody sees. None at all is empty. */
export const line = (max: number) =>
  prose(max)
    .refine((text) => !/[\n\t]/.test(text), "oneLine")
    .refine((text) => !hasHidden(text), "hiddenCharacters")
    .refine((text) => text === "" || hasLetter(text), "noLetter");

/** Words in English, French or both; an empty one is none. */
export const bilingualText = (max: number) => z.strictObject({ en: prose(max).optional(), fr: prose(max).optional() });

export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
