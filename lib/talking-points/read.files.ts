import "server-only";
import type { Block } from "@/lib/platform/documents/blocks";
import { createPdf, finishPdf } from "@/lib/platform/documents/pdf";
import { writeEdges } from "@/lib/platform/documents/pdf-edges";
import { writeBlock } from "@/lib/platform/documents/render-pdf";
import { translatorIn } from "@/lib/platform/i18n/translator";
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
  const t = await translatorIn(language);
  writeEdges(doc, {
    ...{ title, day, language },
    foot: t("talkingPoints.handout.foot", { number: handout.number, digest: handout.digest.slice(0, 16) }),
    pageLabel: (page, pages) => t("talkingPoints.handout.page", { page, pages }),
  });
  return finishPdf(doc);
}
