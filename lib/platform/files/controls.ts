import { noCharacter } from "../text/characters";

const nameOf = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The first code point that is no character to a reader, by its number in Unicode and its place. */
export function findControl(text: string): { code: string; at: number } | null {
  const found = noCharacter.exec(text);
  return found ? { code: nameOf(found[0]), at: [...text.slice(0, found.index)].length + 1 } : null;
}

/** The same text with such code points where they can be seen. */
export const showControls = (text: string) =>
  [...text].map((letter) => (noCharacter.test(letter) ? `[${nameOf(letter)}]` : letter)).join("");

/**
 * A text as a file holds it. What is taken in now is like this already; an older text may hold a lone carriage return, which some
 * programs take for the end of a row, or a code point that keeps a whole workbook from being opened. Such a code point is marked
 * where it was, as [U+FFFF], so that nobody takes the rest for the whole.
 */
export const toFileText = (text: string) => showControls(text.replace(/\r\n?/g, "\n"));
