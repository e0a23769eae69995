// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const nameOf = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The first character that controls a machine and says nothing to a reader, by its number in Unicode and its place. */
export function findControl(text: string): { code: string; at: number } | null {
  const found = control.exec(text);
  return found ? { code: nameOf(found[0]), at: [...text.slice(0, found.index)].length + 1 } : null;
}

/** The same text with such characters where they can be seen. */
export const showControls = (text: string) =>
  [...text].map((letter) => (control.test(letter) ? `[${nameOf(letter)}]` : letter)).join("");
