/** Shown nowhere and typed by nobody: soft hyphen, zero-width space, word joiner, byte-order mark. They come with what is pasted. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
/** Every way to end a line that programs know; each of them stands for a line end to the reader. */
const lineEnds = /\r\n?|[\u2028\u2029]/g;
const straightApostrophe = /(?<=\p{L}\p{M}*)'(?=\p{L})/gu;
/** A narrow space beside figures, or where French sets one before : ; ! ? » % or after «. */
const narrowSpace = /(?<=[\p{N}«])[\u2009\u202f]|[\u2009\u202f](?=[\p{N}:;!?»%])/gu;

/**
 * A text as it is stored, shown, exported and hashed: NFC, line ends as LF, nothing invisible, the apostrophe between letters
 * and the no-break space each in one form. Otherwise a retyped apostrophe would ask every organization again.
 */
export const toCanonicalText = (text: string) =>
  text
    .normalize("NFC")
    .replace(lineEnds, "\n")
    .replace(invisible, "")
    .replace(straightApostrophe, "’")
    .replace(narrowSpace, "\u00a0")
    .replaceAll("\u2010", "-")
    .normalize("NFC")
    .trim();

/** Whether two texts differ, and by their typography alone: texts from before the canonical form keep theirs. */
export const differInTypographyOnly = (before: string, after: string) =>
  before !== after && toCanonicalText(before) === toCanonicalText(after);
