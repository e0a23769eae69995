import "server-only";
import { compareTexts } from "../text/compare-texts";
import type { Block } from "./blocks";
import { inkSecond, pen, type Run, writeRuns } from "./pdf";

const blockStyles: Record<
  Block["kind"],
  { face: Run["face"]; size: number; before: number; tag: string; colour?: string }
> = {
  eyebrow: { face: "sans", size: 10, before: 0, tag: "P", colour: inkSecond },
  title: { face: "serifBold", size: 21, before: 2, tag: "H1" },
  wording: { face: "serif", size: 14, before: 8, tag: "P" },
  otherWording: { face: "serif", size: 11.5, before: 4, tag: "P", colour: inkSecond },
  head: { face: "serifBold", size: 13.5, before: 13, tag: "H2" },
  text: { face: "sans", size: 11, before: 3, tag: "P" },
  small: { face: "sans", size: 10, before: 2, tag: "P", colour: inkSecond },
  quote: { face: "serifItalic", size: 11, before: 2, tag: "P" },
  diff: { face: "serif", size: 11, before: 3, tag: "P" },
  link: { face: "sans", size: 11, before: 3, tag: "P", colour: pen },
};

/** Writes one block as a tagged paragraph; a language other than the document's is marked. */
export function writeBlock(doc: PDFKit.PDFDocument, whole: PDFKit.PDFStructureElement, block: Block) {
  const { face, size, before, tag, colour } = blockStyles[block.kind];
  const shade = colour ? { colour } : {};
  const runs: Run[] =
    block.kind === "diff" ? toDiff(block) : [{ text: block.text, face: block.strong ? "sansBold" : face, ...shade }];
  doc.y += before;
  const element = doc.struct(tag, block.lang ? { lang: block.lang } : {}, () => {
    writeRuns(doc, runs, { size, indent: block.kind === "quote" || block.kind === "otherWording" ? 12 : 0 });
  });
  whole.add(element);
}

/** By word, readable without colour: removed text is labelled and struck, added text is labelled and underlined. */
function toDiff({ before = "", text, marks }: Block): Run[] {
  return compareTexts(before, text).map(({ kind, text: value }): Run => {
    if (kind === "added") return { text: `[${marks?.added} ${value}]`, face: "serifBold", underline: true };
    if (kind === "removed")
      return { text: `[${marks?.removed} ${value}]`, face: "serif", strike: true, colour: inkSecond };
    return { text: kind === "typography" ? `${value} ${marks?.typography}` : value, face: "serif" };
  });
}
