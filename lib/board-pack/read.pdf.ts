import "server-only";
import { diffWordsWithSpace } from "diff";
import { createPdf, finishPdf, inkSecond, pen, type Run, writeRuns } from "@/lib/platform/documents/pdf";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translator, translatorIn } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { type Block, listBlocks } from "./rules.blocks";
import type { BoardPack } from "./schema";

type Doc = PDFKit.PDFDocument;
type Writing = { doc: Doc; t: Translator; language: Locale; pack: BoardPack; origin: string };
type PageSetup = { language: Locale; paper: "a4" | "letter"; origin: string };

/** The pack on paper: a page for each decision, tagged and with bookmarks, its digest at the foot of every page. */
export async function renderPdf(pack: BoardPack, { language, paper, origin }: PageSetup) {
  const t = await translatorIn(language);
  const { organization, day, decisions } = pack.content;
  const title = t("boardPack.titleOf", { organization: organization.name[language] });
  const doc = createPdf({ title, language, paper, day });
  const writing = { doc, t, language, pack, origin };
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  writeCover(writing, whole, title);
  for (const [at, decision] of decisions.entries()) {
    doc.addPage();
    doc.outline.addItem(`${decision.proposition.number}. ${decision.proposition.title[language]}`);
    for (const part of listBlocks(decision, { t, language, at, total: decisions.length, origin }))
      add(doc, whole, part);
  }
  whole.end();
  writeEdges(writing, title);
  return finishPdf(doc);
}

const blockStyles: Record<
  Block["as"],
  { face: Run["face"]; size: number; before: number; tag: string; colour?: string }
> = {
  over: { face: "sans", size: 10, before: 0, tag: "P", colour: inkSecond },
  title: { face: "serifBold", size: 21, before: 2, tag: "H1" },
  words: { face: "serif", size: 14, before: 8, tag: "P" },
  otherWords: { face: "serif", size: 11.5, before: 4, tag: "P", colour: inkSecond },
  head: { face: "serifBold", size: 13.5, before: 13, tag: "H2" },
  text: { face: "sans", size: 11, before: 3, tag: "P" },
  small: { face: "sans", size: 10, before: 2, tag: "P", colour: inkSecond },
  quote: { face: "serifItalic", size: 11, before: 2, tag: "P" },
  diff: { face: "serif", size: 11, before: 3, tag: "P" },
  link: { face: "sans", size: 11, before: 3, tag: "P", colour: pen },
};

/** One paragraph under its tag; another language than the paper's says which it is. */
function add(doc: Doc, whole: PDFKit.PDFStructureElement, part: Block) {
  const { face, size, before, tag, colour } = blockStyles[part.as];
  const shade = colour ? { colour } : {};
  const runs: Run[] =
    part.as === "diff" ? toDiff(part) : [{ text: part.text, face: part.strong ? "sansBold" : face, ...shade }];
  doc.y += before;
  const element = doc.struct(tag, part.lang ? { lang: part.lang } : {}, () => {
    writeRuns(doc, runs, { size, indent: part.as === "quote" || part.as === "otherWords" ? 12 : 0 });
  });
  whole.add(element);
}

/** By word, readable without colour: what goes is named and struck, what comes is named and underlined. */
function toDiff({ before = "", text, marks }: Block): Run[] {
  return diffWordsWithSpace(before, text).map(({ value, added, removed }): Run => {
    if (added) return { text: `[${marks?.added} ${value}]`, face: "serifBold", underline: true };
    if (removed) return { text: `[${marks?.removed} ${value}]`, face: "serif", strike: true, colour: inkSecond };
    return { text: value, face: "serif" };
  });
}

function writeCover({ doc, t, language, pack }: Writing, whole: PDFKit.PDFStructureElement, title: string) {
  const { organization, day, decisions, signOffRule } = pack.content;
  doc.outline.addItem(t("boardPack.title"));
  const parts: Block[] = [
    { as: "over", text: organization.name[language] },
    { as: "title", text: t("boardPack.title") },
    { as: "text", text: t("boardPack.lede", { count: decisions.length, day: formatDay(day, language) }) },
    { as: "small", text: t("boardPack.rule", { rule: signOffRule[language] }) },
    ...decisions.flatMap((it, at): Block[] => [
      { as: "text", strong: true, text: `${at + 1}. ${it.proposition.title[language]}` },
      {
        as: "small",
        text: `${t(`boardPack.kind.${it.kind}`)} ${t("boardPack.by", { day: formatDay(it.deadline, language) })}`,
      },
    ]),
    { as: "head", text: t("boardPack.digestTitle") },
    { as: "small", text: pack.digest },
    { as: "small", text: t("boardPack.digestText") },
  ];
  for (const part of parts) add(doc, whole, part);
  doc.info.Title = title;
}

/** What stands at the edges of every page is no part of what is read: title and day above, page and digest below. */
function writeEdges({ doc, t, language, pack }: Writing, title: string) {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at);
    const { left, right, top, bottom } = doc.page.margins;
    const width = doc.page.width - left - right;
    const foot = doc.page.height - bottom + 14;
    // Written beyond the margin, which otherwise would begin another page.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.font("sans").fontSize(9).fillColor(inkSecond);
    const line = { width, lineBreak: false, ellipsis: true };
    doc.text(title, left, top - 26, line);
    doc.text(formatDay(pack.content.day, language), left, top - 26, { ...line, align: "right" });
    const made = pack.content.illustrative ? `${t("boardPack.illustrative")} · ` : "";
    doc.text(`${made}${t("boardPack.digest", { digest: pack.digest.slice(0, 16) })}`, left, foot, line);
    doc.text(t("boardPack.page", { page: at - start + 1, pages: count }), left, foot, { ...line, align: "right" });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
