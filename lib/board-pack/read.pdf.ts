import "server-only";
import type { Block } from "@/lib/platform/documents/blocks";
import { createPdf, finishPdf } from "@/lib/platform/documents/pdf";
import { writeEdges } from "@/lib/platform/documents/pdf-edges";
import { writeBlock } from "@/lib/platform/documents/render-pdf";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { listBlocks } from "./rules.blocks";
import { listPointBlocks, titleOfPoint } from "./rules.point-blocks";
import type { BoardPack } from "./schema";

type Doc = PDFKit.PDFDocument;
type Writing = { doc: Doc; t: Translator; language: Locale; pack: BoardPack; origin: string };
type PageSetup = { language: Locale; paper: "a4" | "letter"; origin: string };

/** The pack on paper: a page for each decision, tagged and with bookmarks, its digest at the foot of every page. */
export async function renderPdf(pack: BoardPack, { language, paper, origin }: PageSetup) {
  const t = await translatorIn(language);
  const { organization, day, decisions, points } = pack.content;
  const total = decisions.length + points.length;
  const title = t("boardPack.titleOf", { organization: organization.name[language] });
  const doc = createPdf({ title, language, paper, day });
  const writing = { doc, t, language, pack, origin };
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  writeCover(writing, whole, title);
  for (const [at, decision] of decisions.entries()) {
    doc.addPage();
    doc.outline.addItem(`${decision.proposition.number}. ${decision.proposition.title[language]}`);
    for (const block of listBlocks(decision, { t, language, at, total, origin })) writeBlock(doc, whole, block);
  }
  for (const [at, point] of points.entries()) {
    doc.addPage();
    doc.outline.addItem(titleOfPoint(point, { t, language }));
    const context = { t, language, at: decisions.length + at, total, origin };
    for (const block of listPointBlocks(point, context)) writeBlock(doc, whole, block);
  }
  whole.end();
  const notice = pack.content.illustrative ? `${t("boardPack.illustrative")} · ` : "";
  writeEdges(doc, {
    ...{ title, day, language, foot: `${notice}${t("boardPack.digest", { digest: pack.digest.slice(0, 16) })}` },
    pageLabel: (page, pages) => t("boardPack.page", { page, pages }),
  });
  return finishPdf(doc);
}

function writeCover({ doc, t, language, pack }: Writing, whole: PDFKit.PDFStructureElement, title: string) {
  const { organization, day, decisions, points, signOffRule } = pack.content;
  doc.outline.addItem(t("boardPack.title"));
  const blocks: Block[] = [
    { kind: "eyebrow", text: organization.name[language] },
    { kind: "title", text: t("boardPack.title") },
    {
      kind: "text",
      text: t("boardPack.lede", { count: decisions.length + points.length, day: formatDay(day, language) }),
    },
    { kind: "small", text: t("boardPack.rule", { rule: signOffRule[language] }) },
    ...decisions.flatMap((it, at): Block[] => [
      { kind: "text", strong: true, text: `${at + 1}. ${it.proposition.title[language]}` },
      {
        kind: "small",
        text: `${t(`boardPack.kind.${it.kind}`)} ${t("boardPack.by", { day: formatDay(it.deadline, language) })}`,
      },
    ]),
    ...points.flatMap((it, at): Block[] => [
      { kind: "text", strong: true, text: `${decisions.length + at + 1}. ${titleOfPoint(it, { t, language })}` },
      {
        kind: "small",
        text: `${t(`boardPack.pointKind.${it.kind}`)} ${t("boardPack.by", { day: formatDay(it.deadline, language) })}`,
      },
    ]),
    { kind: "head", text: t("boardPack.digestTitle") },
    { kind: "small", text: pack.digest },
    { kind: "small", text: t("boardPack.digestText") },
  ];
  for (const block of blocks) writeBlock(doc, whole, block);
  doc.info.Title = title;
}
