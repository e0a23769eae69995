import "server-only";
import { createPdf, finishPdf, inkSecond, writeLine } from "@/lib/platform/documents/pdf";
import { writeBlock } from "@/lib/platform/documents/render-pdf";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { listPack } from "./rules.pack-blocks";
import type { Pack } from "./schema.pack";

type Doc = PDFKit.PDFDocument;

/** The pack on paper: tagged, in reading order, a bookmark for each part, its day and its rule on every page. */
export async function renderPack(pack: Pack, paper: "a4" | "letter") {
  const t = await translatorIn(pack.language);
  const blocks = listPack({ t, pack });
  const title = blocks.find(({ kind }) => kind === "title")?.text ?? "";
  const doc = createPdf({ title, language: pack.language, paper, day: pack.day });
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  for (const block of blocks) {
    // A heading alone at the foot of a page is read there by nobody.
    if (block.kind === "head" && doc.y > doc.page.height - doc.page.margins.bottom - 60) doc.addPage();
    if (block.kind === "head") doc.outline.addItem(block.text);
    writeBlock(doc, whole, block);
  }
  whole.end();
  writeEdges(doc, pack, title, t);
  return finishPdf(doc);
}

/** Header and footer of every page, marked as artifacts so that screen readers skip them. */
function writeEdges(doc: Doc, { language, day, attribution }: Pack, title: string, t: Translator) {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at);
    const { left, right: rightMargin, top, bottom } = doc.page.margins;
    const width = doc.page.width - left - rightMargin;
    const foot = doc.page.height - bottom + 14;
    // Written beyond the margin, which otherwise would begin another page.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.fillColor(inkSecond);
    const line = { face: "sans", size: 9, x: left, width: width * 0.7 - 6 } as const;
    const right = { ...line, x: left + width * 0.7 + 6, width: width * 0.3 - 6, align: "right" } as const;
    writeLine(doc, title, { ...line, y: top - 26 });
    writeLine(doc, formatDay(day, language), { ...right, y: top - 26 });
    writeLine(doc, t(`papers.pack.ruleName.${attribution}`), { ...line, y: foot });
    writeLine(doc, t("boardPack.page", { page: at - start + 1, pages: count }), { ...right, y: foot });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
