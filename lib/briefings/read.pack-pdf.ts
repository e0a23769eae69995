import "server-only";
import { createPdf, finishPdf } from "@/lib/platform/documents/pdf";
import { writeEdges } from "@/lib/platform/documents/pdf-edges";
import { writeBlock } from "@/lib/platform/documents/render-pdf";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { listPack } from "./rules.pack-blocks";
import type { Pack } from "./schema.pack";

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
  writeEdges(doc, {
    ...{ title, day: pack.day, language: pack.language, foot: t(`papers.pack.ruleName.${pack.attribution}`) },
    pageLabel: (page, pages) => t("boardPack.page", { page, pages }),
  });
  return finishPdf(doc);
}
