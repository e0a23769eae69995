import "server-only";
import { z } from "zod";
import { rezip } from "@/lib/platform/files/rezip";
import type { Download } from "@/lib/platform/http/download";
import type { WordText } from "./word";
import { toParagraphs } from "./word-paragraphs";
import { styleOptions } from "./word-styles";

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What an export answers, as its endpoint declares it. */
export const docxDownload = z.file().mime([docxType]);

const tags = { en: "en-CA", fr: "fr-CA" } as const;

/** Whatever the library writes of the hour and by chance: in the file it is the hour of the text. */
const hours = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/** The document as a file. The same document makes the same bytes. */
export async function renderWord(text: WordText): Promise<Uint8Array<ArrayBuffer>> {
  // It comes with the first document that is asked for: no page needs it.
  const docx = await import("docx");
  const { language, title, author, at } = text;
  const made = new docx.Document({
    title,
    creator: author,
    lastModifiedBy: author,
    revision: 1,
    features: { trackRevisions: true },
    customProperties: Object.entries(text.properties).map(([name, value]) => ({ name, value })),
    ...styleOptions(docx, tags[language]),
    comments: {
      children: text.comments.map((it, id) => ({
        ...{ id, author: it.author, initials: "", date: it.at },
        children: it.lines.map((line) => new docx.Paragraph({ children: [new docx.TextRun(line)] })),
      })),
    },
    sections: [{ children: toParagraphs(docx, text, tags) }],
  });
  const bytes = new Uint8Array(await docx.Packer.toBuffer(made));
  const hour = `${at.toISOString().slice(0, 19)}Z`;
  return rezip(bytes, "docProps/core.xml", (xml) => xml.replace(hours, (_, open: string) => open + hour));
}

/** A file to download, kept rather than shown. */
export function answerDocx(context: Download, name: string, bytes: Uint8Array<ArrayBuffer>): File {
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  return new File([bytes], name, { type: docxType });
}
