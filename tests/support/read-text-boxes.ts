import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TextItem } from "pdfjs-dist/types/src/display/api";

export type TextBox = { text: string; left: number; right: number; bottom: number; top: number };
export type PrintedPage = { width: number; height: number; boxes: TextBox[] };

/** Where the letters are, from their feet to the height of an x, in points: lines that are set solid do not touch so. */
function toBox({ str, transform, width, height }: TextItem): TextBox {
  const [, , , , left, feet] = transform as [number, number, number, number, number, number];
  return { text: str, left, right: left + width, bottom: feet, top: feet + 0.5 * height };
}

/** Every piece of text on every page of a PDF, where it is. */
export async function readTextBoxes(pdf: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await document.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const { items } = await page.getTextContent();
      const boxes = items.flatMap((it) => ("str" in it && it.str.trim() !== "" ? [toBox(it)] : []));
      return { width: right - left, height: top - bottom, boxes };
    }),
  );
  await document.destroy();
  return pages;
}

const shared = (from: number, to: number, otherFrom: number, otherTo: number) =>
  Math.min(to, otherTo) - Math.max(from, otherFrom);

/** Two texts printed over each other, so that neither can be read; by less than a letter, neighbours in a line touch too. */
const overlap = (one: TextBox, other: TextBox) =>
  shared(one.left, one.right, other.left, other.right) > 3 && shared(one.bottom, one.top, other.bottom, other.top) > 1;

/** In points: what no printer reaches, and the line that the browser puts at the foot of every page. */
const [edge, foot] = [14, 50];

/** What a reader of the paper could not read: overprinted, past the edge, or a page with nothing on it but its foot. */
export function findPrintFaults(pages: readonly PrintedPage[]): string[] {
  return pages.flatMap(({ width, height, boxes }, at) => {
    const where = `page ${at + 1}`;
    const over = boxes.flatMap((one, place) =>
      boxes
        .slice(place + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `${where}: “${one.text}” over “${other.text}”`),
    );
    const outside = boxes
      .filter((it) => it.left < edge || it.right > width - edge || it.bottom < edge || it.top > height - edge)
      .map((it) => `${where}: “${it.text}” past the edge`);
    const blank = boxes.some((it) => it.bottom > foot) ? [] : [`${where}: nothing on it`];
    return [...over, ...outside, ...blank];
  });
}
