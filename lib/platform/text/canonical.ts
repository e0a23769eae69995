import { noCharacter, showsNothing } from "./characters";
import { closeDirections } from "./directions";

/**
 * Shown nowhere and typed by nobody: soft hyphens, zero-width spaces, word joiners, fillers, tags and whatever else Unicode calls
 * ignorable. They come with what is pasted. What changes how other letters are drawn (joiners, variants, directions) stays, and so
 * do the tags of a flag.
 */
const invisible =
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]+\u{e007f})|(?![\p{Join_Control}\p{Bidi_Control}\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}/gu;
/** Every way to end a line that programs know; each of them stands for a line end to the reader. */
const lineEnds = /\r\n?|[\u2028\u2029]/g;
const straightApostrophe = /(?<=\p{L}\p{M}*)'(?=\p{L})/gu;
/** A narrow space beside figures, or where French sets one before : ; ! ? » % or after «. */
const narrowSpace = /(?<=[\p{N}«])[\u2009\u202f]|[\u2009\u202f](?=[\p{N}:;!?»%])/gu;

/**
 * A text as it is stored, shown, exported and hashed: NFC, line ends as LF, nothing invisible, directions that end with their
 * line, the apostrophe between letters and the no-break space each in one form. Otherwise a retyped apostrophe would ask every
 * organization again. Where nothing is left to see, nothing is left.
 */
export function toCanonicalText(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(lineEnds, "\n")
    .replace(invisible, (_, flag: string | undefined) => flag ?? "")
    .replace(straightApostrophe, "’")
    .replace(narrowSpace, "\u00a0")
    .replaceAll("\u2010", "-")
    .normalize("NFC");
  const whole = closeDirections(plain).trim();
  return showsNothing(whole) && !noCharacter.test(whole) ? "" : whole;
}

/** Whether two texts differ, and by their typography alone: texts from before the canonical form keep theirs. */
export const differInTypographyOnly = (before: string, after: string) =>
  before !== after && toCanonicalText(before) === toCanonicalText(after);
