import "server-only";
import PDFDocument from "pdfkit";
import { z } from "zod";
import type { Download } from "../http/download";
import { type Face, fitFaces, registerFonts } from "./pdf-fonts";

const pdfType = "application/pdf";
export const pdfDownload = z.file().mime([pdfType]);

const ink = "#161A19";
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
  registerFonts(doc);
  return doc;
}

export type Run = { text: string; face: Face; colour?: string; strike?: boolean; underline?: boolean };

/** The same run in pieces that a face has letters for. */
const splitRun = (run: Run): Run[] => fitFaces(run.text, run.face).map((piece) => ({ ...run, ...piece }));

type ParagraphStyle = { size: number; lineGap?: number; indent?: number };

/** A paragraph of runs, one after the other. */
export function writeRuns(
  doc: PDFKit.PDFDocument,
  runs: readonly Run[],
  { size, lineGap = 3, indent = 0 }: ParagraphStyle,
) {
  const pieces = runs.flatMap((run) => splitRun(run)).filter(({ text }) => text !== "");
  const width = doc.page.width - doc.page.margins.left - doc.page.margins.right - indent;
  const left = doc.page.margins.left + indent;
  pieces.forEach(({ text, face, colour = ink, strike = false, underline = false }, at) => {
    const options = { width, lineGap, strike, underline, continued: at < pieces.length - 1 };
    doc.font(face).fontSize(size).fillColor(colour);
    if (at === 0) doc.text(text, left, doc.y, options);
    else doc.text(text, options);
  });
}

type LineStyle = { face: Face; size: number; x: number; y: number; width: number; align?: "left" | "right" };

/** One line at the edge of a page, cut with an ellipsis where it is too long for it. */
export function writeLine(
  doc: PDFKit.PDFDocument,
  text: string,
  { face, size, x, y, width, align = "left" }: LineStyle,
) {
  const measure = (given: string) => {
    const pieces = fitFaces(given.replaceAll("\n", " "), face).map((it) => {
      doc.font(it.face).fontSize(size);
      return { ...it, width: doc.widthOfString(it.text) };
    });
    return { pieces, width: pieces.reduce((sum, it) => sum + it.width, 0) };
  };
  const letters = [...text];
  let line = measure(text);
  for (let kept = letters.length - 1; line.width > width && kept > 0; kept--)
    line = measure(`${letters.slice(0, kept).join("").trimEnd()}…`);
  let at = align === "right" ? x + width - line.width : x;
  for (const piece of line.pieces) {
    doc.font(piece.face).fontSize(size).text(piece.text, at, y, { lineBreak: false });
    at += piece.width;
  }
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
