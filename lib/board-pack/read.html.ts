import "server-only";
import { diffWordsWithSpace } from "diff";
import { z } from "zod";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import type { Context } from "@/lib/viewer/api.procedure";
import { type Block, listBlocks } from "./rules.blocks";
import type { BoardPack } from "./schema";

const type = "text/html;charset=utf-8";
export const htmlDownload = z.file().mime([type]);

export function answerHtml(context: Context, name: string, text: string): File {
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  return new File([text], name, { type });
}

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => escaped[letter] ?? letter);

const tags: Record<Block["as"], string> = {
  over: "p",
  title: "h2",
  words: "p",
  otherWords: "p",
  head: "h3",
  text: "p",
  small: "p",
  quote: "blockquote",
  diff: "p",
  link: "p",
};

function renderBlock({ as, text, before = "", marks, href }: Block, origin: string): string {
  if (href) return `<a href="${escapeHtml(origin + href)}">${escapeHtml(text)}</a>`;
  if (as !== "diff") return escapeHtml(text).replaceAll("\n", "<br>");
  return diffWordsWithSpace(before, text)
    .map(({ value, added, removed }) => {
      if (added) return `<ins>[${escapeHtml(marks?.added ?? "")} ${escapeHtml(value)}]</ins>`;
      return removed ? `<del>[${escapeHtml(marks?.removed ?? "")} ${escapeHtml(value)}]</del>` : escapeHtml(value);
    })
    .join("");
}

const style = `body{font:16px/1.5 "Source Sans 3",Arial,sans-serif;color:#161A19;background:#fff;max-width:44rem;margin:2rem auto;padding:0 1rem}
h1,h2,.words,.otherWords,.diff{font-family:"Source Serif 4",Georgia,serif}.words{font-size:1.25rem}.otherWords,.small,.over{color:#434A47}
.otherWords,blockquote{border-left:2px solid #23408E;margin:.5rem 0;padding-left:.75rem}blockquote{font-style:italic}
section{border-top:1.5px solid #161A19;margin-top:2.5rem;break-before:page}a{color:#23408E}footer{margin-top:2rem;word-break:break-all}`;

/** The same pack as one file that needs nothing else: no script, nothing fetched. */
export async function renderHtml(pack: BoardPack, { language, origin }: { language: Locale; origin: string }) {
  const t = await translatorIn(language);
  const { organization, day, decisions, illustrative } = pack.content;
  const title = escapeHtml(t("boardPack.titleOf", { organization: organization.name[language] }));
  const pages = decisions.map((decision, at) => {
    const parts = listBlocks(decision, { t, language, at, total: decisions.length, origin });
    const lines = parts.map((part) => {
      const lang = part.lang ? ` lang="${part.lang}"` : "";
      return `<${tags[part.as]} class="${part.as}"${lang}>${renderBlock(part, origin)}</${tags[part.as]}>`;
    });
    return `<section>${lines.join("\n")}</section>`;
  });
  const lede = escapeHtml(t("boardPack.lede", { count: decisions.length, day: formatDay(day, language) }));
  const made = illustrative ? `<p><strong>${escapeHtml(t("boardPack.illustrative"))}</strong></p>` : "";
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>${made}<p>${lede}</p>
${pages.join("\n")}
<footer><p>${escapeHtml(t("boardPack.digest", { digest: pack.digest }))}</p><p>${escapeHtml(t("boardPack.digestText"))}</p></footer></body></html>
`;
}
