import { z } from "zod";
import { toCanonicalText } from "./canonical";

// PostgreSQL would turn a lone surrogate into U+FFFD without a word; the record would then hold other words than were sent.
const wellFormed = (text: string) => text.isWellFormed();
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Several sentences, in their canonical form: line breaks welcome, control characters and broken Unicode refused. */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .refine(wellFormed, "notUnicode")
    .overwrite(toCanonicalText)
    .refine((text) => !controls.test(text), "controlCharacters");

/** One line: a name or a title, without anything that turns what is read. */
export const line = (max: number) =>
  prose(max)
    .refine((text) => !/[\n\t]/.test(text), "oneLine")
    .refine((text) => !bidiControls.test(text), "hiddenCharacters");

/** Words in English, French or both; an empty one is none. */
export const bilingualText = (max: number) => z.strictObject({ en: prose(max).optional(), fr: prose(max).optional() });

export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
