import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import PDFDocument from "pdfkit";
import { z } from "zod";
import type { Download } from "../http/download";

export const pdfType = "application/pdf";
export const pdfDownload = z.file().mime([pdfType]);

const files = {
  serif: "source-serif-4/files/source-serif-4-latin-400-normal.woff",
  serifItalic: "source-serif-4/files/source-serif-4-latin-400-italic.woff",
  serifBold: "source-serif-4/files/source-serif-4-latin-600-normal.woff",
  sans: "source-sans-3/files/source-sans-3-latin-400-normal.woff",
  sansBold: "source-sans-3/files/source-sans-3-latin-600-normal.woff",
  serifExt: "source-serif-4/files/source-serif-4-latin-ext-400-normal.woff",
  sansExt: "source-sans-3/files/source-sans-3-latin-ext-400-normal.woff",
} as const;
export type Face = keyof typeof files;

const kept = new Map<Face, Buffer>();

function fontOf(face: Face): Buffer {
  const found = kept.get(face) ?? readFileSync(path.join(process.cwd(), "node_modules/@fontsource", files[face]));
  kept.set(face, found);
  return found;
}

export const ink = "#161A19";
export const inkSecond = "#434A47";
export const pen = "#23408E";

/** Twenty millimetres. */
const margin = (20 / 25.4) * 72;

type PdfOptions = { title: string; language: "en" | "fr"; paper: "a4" | "letter"; day: string };

/**
 * A new tagged PDF with language, title and the product's fonts; dates are fixed, so the same content gives the same
 * bytes.
 */
export function createPdf({ title, language, paper, day }: PdfOptions): PDFKit.PDFDocument {
  const at = new Date(`${day}T12:00:00Z`);
  const doc = new PDFDocument({
    size: paper === "a4" ? "A4" : "LETTER",
    margins: { top: margin + 18, bottom: margin + 14, left: margin, right: margin },
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: language === "fr" ? "fr-CA" : "en-CA",
    bufferPages: true,
    // No author and no program: a paper says what it says of itself, nothing about who made it or when to the second.
    info: { Title: title, Creator: "Concerted", Producer: "Concerted", CreationDate: at, ModDate: at },
  });
  for (const face of Object.keys(files) as Face[]) doc.registerFont(face, fontOf(face));
  return doc;
}

const wide: Partial<Record<Face, Face>> = {
  serif: "serifExt",
  serifItalic: "serifExt",
  serifBold: "serifExt",
  sans: "sansExt",
  sansBold: "sansExt",
};

const letters = new Map<Face, Set<number>>();

/** The letters a face has, asked of it once. */
function lettersOf(doc: PDFKit.PDFDocument, face: Face): Set<number> {
  const found = letters.get(face);
  if (found) return found;
  doc.font(face);
  const { font } = (doc as unknown as { _font: { font: { characterSet: number[] } } })._font;
  const made = new Set(font.characterSet);
  letters.set(face, made);
  return made;
}

const has = (doc: PDFKit.PDFDocument, face: Face, letter: string) =>
  lettersOf(doc, face).has(letter.codePointAt(0) ?? 0);

export type Run = { text: string; face: Face; colour?: string; strike?: boolean; underline?: boolean };

/** The same run in pieces that a face has letters for. A letter that none has is shown as a box, never left out. */
function splitRun(doc: PDFKit.PDFDocument, run: Run): Run[] {
  const pieces: Run[] = [];
  for (const letter of run.text.replaceAll("\u202f", "\u00a0").replaceAll("\t", " ")) {
    const other = wide[run.face];
    const face =
      letter === "\n" || has(doc, run.face, letter) ? run.face : other && has(doc, other, letter) ? other : null;
    const shown = face ? letter : "\u25a1";
    const used = face ?? run.face;
    const last = pieces.at(-1);
    if (last?.face === used) last.text += shown;
    else pieces.push({ ...run, text: shown, face: used });
  }
  return pieces;
}

type ParagraphStyle = { size: number; lineGap?: number; indent?: number };

/** A paragraph of runs, one after the other. */
export function writeRuns(
  doc: PDFKit.PDFDocument,
  runs: readonly Run[],
  { size, lineGap = 3, indent = 0 }: ParagraphStyle,
) {
  const pieces = runs.flatMap((run) => splitRun(doc, run)).filter(({ text }) => text !== "");
  const width = doc.page.width - doc.page.margins.left - doc.page.margins.right - indent;
  const left = doc.page.margins.left + indent;
  pieces.forEach(({ text, face, colour = ink, strike = false, underline = false }, at) => {
    const options = { width, lineGap, strike, underline, continued: at < pieces.length - 1 };
    doc.font(face).fontSize(size).fillColor(colour);
    if (at === 0) doc.text(text, left, doc.y, options);
    else doc.text(text, options);
  });
}

/** The finished paper as bytes. */
export async function finishPdf(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = [];
  doc.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => {
    doc.on("end", () => resolve());
  });
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

export function answerPdf(context: Download, name: string, bytes: Uint8Array<ArrayBuffer>): File {
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  return new File([bytes], name, { type: pdfType });
}
