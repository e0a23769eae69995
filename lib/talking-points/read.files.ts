import "server-only";
import type { Block } from "@/lib/platform/documents/blocks";
import { createPdf, finishPdf, inkSecond, writeLine } from "@/lib/platform/documents/pdf";
import { writeBlock } from "@/lib/platform/documents/render-pdf";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { listNotes, listWording } from "./rules.blocks";
import type { Handout } from "./schema.handout";

const lists = { notes: listNotes, wording: listWording };
export type HandoutForm = keyof typeof lists;

/** What a page, a print and a file of a version say, block by block: one list for all of them. */
export async function listHandout(handout: Handout, form: HandoutForm): Promise<Block[]> {
  return lists[form]({ t: await translatorIn(handout.language), handout });
}

/** As plain text: a blank line before each part. */
export const toPlain = (blocks: readonly Block[]) =>
  `${blocks.map(({ kind, text }) => (kind === "head" || kind === "wording" ? `\n${text}` : text)).join("\n")}\n`;

/** On paper: tagged, in reading order, and with the digest of its words at the foot of every page. */
export async function renderHandout(handout: Handout, form: HandoutForm, paper: "a4" | "letter") {
  const { language, day } = handout;
  const blocks = await listHandout(handout, form);
  const title = blocks.find(({ kind }) => kind === "title")?.text ?? "";
  const doc = createPdf({ title, language, paper, day });
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  for (const block of blocks) writeBlock(doc, whole, block);
  whole.end();
  await writeEdges(doc, handout, title);
  return finishPdf(doc);
}

/** Header and footer of every page, marked as artifacts so that screen readers skip them. */
async function writeEdges(doc: PDFKit.PDFDocument, { language, day, number, digest }: Handout, title: string) {
  const t = await translatorIn(language);
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
    const line = { face: "sans", size: 9, x: left, width: width / 2 - 6 } as const;
    const right = { ...line, x: left + width / 2 + 6, align: "right" } as const;
    writeLine(doc, title, { ...line, y: top - 26 });
    writeLine(doc, formatDay(day, language), { ...right, y: top - 26 });
    writeLine(doc, t("talkingPoints.handout.foot", { number, digest: digest.slice(0, 16) }), { ...line, y: foot });
    writeLine(doc, t("talkingPoints.handout.page", { page: at - start + 1, pages: count }), { ...right, y: foot });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
