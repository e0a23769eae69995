import "server-only";
import { z } from "zod";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Download } from "../http/download";
import { compareTexts } from "../text/compare-texts";
import type { Block } from "./blocks";

const type = "text/html;charset=utf-8";
export const htmlDownload = z.file().mime([type]);

export function answerHtml(context: Download, name: string, text: string): File {
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  return new File([text], name, { type });
}

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => escaped[letter] ?? letter);

const tags: Record<Block["kind"], string> = {
  eyebrow: "p",
  title: "h2",
  wording: "p",
  otherWording: "p",
  head: "h3",
  text: "p",
  small: "p",
  quote: "blockquote",
  diff: "p",
  link: "p",
};

function renderContent({ kind, text, before = "", marks, href }: Block, origin: string): string {
  if (href) return `<a href="${escapeHtml(origin + href)}">${escapeHtml(text)}</a>`;
  if (kind !== "diff") return escapeHtml(text).replaceAll("\n", "<br>");
  return compareTexts(before, text)
    .map(({ kind: change, text: value }) => {
      if (change === "added") return `<ins>[${escapeHtml(marks?.added ?? "")} ${escapeHtml(value)}]</ins>`;
      if (change === "removed") return `<del>[${escapeHtml(marks?.removed ?? "")} ${escapeHtml(value)}]</del>`;
      const note = change === "typography" ? ` <small>${escapeHtml(marks?.typography ?? "")}</small>` : "";
      return `${escapeHtml(value)}${note}`;
    })
    .join("");
}

/** For print and screen alike; fonts that the reader has, since the file fetches nothing. */
const style = `body{font:16px/1.5 "Source Sans 3",Arial,sans-serif;color:#161A19;background:#fff;max-width:44rem;margin:2rem auto;padding:0 1rem}
h1,h2,.wording,.otherWording,.diff{font-family:"Source Serif 4",Georgia,serif}.wording{font-size:1.25rem}.otherWording,.small,.eyebrow{color:#434A47}
.otherWording,blockquote{border-left:2px solid #23408E;margin:.5rem 0;padding-left:.75rem}blockquote{font-style:italic}
section{border-top:1.5px solid #161A19;margin-top:2.5rem;break-before:page}a{color:#23408E}footer{margin-top:2rem;word-break:break-all}`;

/** One section of the document: its blocks, each in its element. `origin` makes links absolute. */
export function renderBlocks(blocks: readonly Block[], origin: string): string {
  const lines = blocks.map((block) => {
    const lang = block.lang ? ` lang="${block.lang}"` : "";
    return `<${tags[block.kind]} class="${block.kind}"${lang}>${renderContent(block, origin)}</${tags[block.kind]}>`;
  });
  return `<section>${lines.join("\n")}</section>`;
}

/** A whole page as one file that needs nothing else: no script, nothing fetched. `title` is escaped here; `body` is markup. */
export const renderDocument = ({
  language,
  title,
  body,
}: {
  language: Locale;
  title: string;
  body: string;
}) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>${body}</body></html>
`;
