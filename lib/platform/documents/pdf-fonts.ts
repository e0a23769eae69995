import { readFileSync } from "node:fs";
import path from "node:path";
import PDFDocument from "pdfkit";

/** Whole faces, not the latin parts of them that browsers are sent: names in the network are written with all their letters. */
const files = {
  serif: "source-serif/TTF/SourceSerif4-Regular.ttf",
  serifItalic: "source-serif/TTF/SourceSerif4-It.ttf",
  serifBold: "source-serif/TTF/SourceSerif4-Semibold.ttf",
  sans: "source-sans/TTF/SourceSans3-Regular.ttf",
  sansBold: "source-sans/TTF/SourceSans3-Semibold.ttf",
  /** For what the others lack: Latin of every language here, marks above and below, syllabics, Greek, Cyrillic, signs. */
  fallback: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
} as const;
export type Face = keyof typeof files;

const bytes = new Map<Face, Buffer>();

function fontOf(face: Face): Buffer {
  const found = bytes.get(face) ?? readFileSync(path.join(process.cwd(), "node_modules", files[face]));
  bytes.set(face, found);
  return found;
}

export function registerFonts(doc: PDFKit.PDFDocument) {
  for (const face of Object.keys(files) as Face[]) doc.registerFont(face, fontOf(face));
}

const letters = new Map<Face, Set<number>>();

type Font = { characterSet: number[]; glyphForCodePoint: (code: number) => { id: number } };

/**
 * The letters a face has, asked of it once. Where two of them share one drawing (’ and ʼ, - and the no-break hyphen), whoever
 * copies from the paper would get whichever came first: the fallback draws the rarer one. Spaces may share theirs.
 */
function lettersOf(face: Face): Set<number> {
  const found = letters.get(face);
  if (found) return found;
  // Asked of a paper of its own: to open a face leaves a mark, and the same paper is to be the same bytes every time.
  const blank = new PDFDocument({ autoFirstPage: false });
  blank.registerFont(face, fontOf(face)).font(face);
  const { font } = (blank as unknown as { _font: { font: Font } })._font;
  const made = new Set(font.characterSet);
  if (face !== "fallback") for (const code of findRarerTwins(font)) made.delete(code);
  letters.set(face, made);
  return made;
}

const apostrophe = 0x2019;

function findRarerTwins(font: Font): number[] {
  const first = new Map<number, number>();
  const common = [apostrophe, ...font.characterSet.toSorted((a, b) => a - b)];
  return common.filter((code) => {
    if (isBlank(String.fromCodePoint(code))) return false;
    const { id } = font.glyphForCodePoint(code);
    const known = first.get(id);
    if (known === undefined) first.set(id, code);
    return known !== undefined && known !== code;
  });
}

const hasAll = (face: Face, text: string) =>
  [...text].every((letter) => lettersOf(face).has(letter.codePointAt(0) ?? 0));

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const breaks = /\r\n?|[\u2028\u2029]/g;
/** Nothing to draw, in whatever face. */
const isBlank = (letter: string) => /^\s$/u.test(letter);

/** What stands for a letter that no face has: a box with its code, so that the reader knows that something is there, and what. */
export const missingLetter = (letter: string) =>
  `□[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

/** The faces that draw a letter with its marks: its own, else the fallback; a mark stays with its letter, or it would float. */
function fitGrapheme(own: Face, grapheme: string): [Face, string][] {
  if (grapheme === "\n" || hasAll(own, grapheme)) return [[own, grapheme]];
  if (hasAll("fallback", grapheme)) return [["fallback", grapheme]];
  // A space that no face has is still a space; what breaks no line keeps to that.
  if (isBlank(grapheme)) return [[own, grapheme === "\u2007" || grapheme === "\u202f" ? "\u00a0" : " "]];
  return [...grapheme].map((letter): [Face, string] => {
    const face = [own, "fallback" as const].find((it) => hasAll(it, letter));
    return face ? [face, letter] : ["fallback", missingLetter(letter)];
  });
}

/** A text in pieces that a face has letters for, in its order; nothing is left out. */
export function fitFaces(text: string, own: Face): { text: string; face: Face }[] {
  const pieces: { text: string; face: Face }[] = [];
  for (const { segment } of graphemes.segment(text.normalize("NFC").replace(breaks, "\n").replaceAll("\t", " "))) {
    for (const [face, drawn] of fitGrapheme(own, segment)) {
      const last = pieces.at(-1);
      if (last?.face === face) last.text += drawn;
      else pieces.push({ text: drawn, face });
    }
  }
  return pieces;
}
