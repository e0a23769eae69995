import "server-only";
import { diffWordsWithSpace } from "diff";
import { z } from "zod";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import type { Context } from "@/lib/platform/procedure";
import { sayDay } from "@/lib/platform/say-day";
import { listParts, type Part } from "./rules.parts";
import type { Pack } from "./schema.pack";

const type = "text/html;charset=utf-8";
export const htmlDownload = z.file().mime([type]);

export function answerHtml(context: Context, name: string, text: string): File {
  context.resHeaders?.set("content-disposition", `attachment; filename="${name}"`);
  return new File([text], name, { type });
}

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const toMarkup = (text: string) => text.replace(/[&<>"]/g, (letter) => escaped[letter] ?? letter);

const tags: Record<Part["as"], string> = {
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

function toInner({ as, text, before = "", marks, href }: Part, origin: string): string {
  if (href) return `<a href="${toMarkup(origin + href)}">${toMarkup(text)}</a>`;
  if (as !== "diff") return toMarkup(text).replaceAll("\n", "<br>");
  return diffWordsWithSpace(before, text)
    .map(({ value, added, removed }) => {
      if (added) return `<ins>[${toMarkup(marks?.added ?? "")} ${toMarkup(value)}]</ins>`;
      return removed ? `<del>[${toMarkup(marks?.removed ?? "")} ${toMarkup(value)}]</del>` : toMarkup(value);
    })
    .join("");
}

const style = `body{font:16px/1.5 "Source Sans 3",Arial,sans-serif;color:#161A19;background:#fff;max-width:44rem;margin:2rem auto;padding:0 1rem}
h1,h2,.words,.otherWords,.diff{font-family:"Source Serif 4",Georgia,serif}.words{font-size:1.25rem}.otherWords,.small,.over{color:#434A47}
.otherWords,blockquote{border-left:2px solid #23408E;margin:.5rem 0;padding-left:.75rem}blockquote{font-style:italic}
section{border-top:1.5px solid #161A19;margin-top:2.5rem;break-before:page}a{color:#23408E}footer{margin-top:2rem;word-break:break-all}`;

/** The same pack as one file that needs nothing else: no script, nothing fetched. */
export async function writeHtmlPack(pack: Pack, { language, origin }: { language: Locale; origin: string }) {
  const t = await translatorIn(language);
  const { organization, day, decisions, illustrative } = pack.content;
  const title = toMarkup(t("pack.titleOf", { organization: organization.name[language] }));
  const pages = decisions.map((decision, at) => {
    const parts = listParts(decision, { t, language, at, total: decisions.length, origin });
    const lines = parts.map((part) => {
      const lang = part.lang ? ` lang="${part.lang}"` : "";
      return `<${tags[part.as]} class="${part.as}"${lang}>${toInner(part, origin)}</${tags[part.as]}>`;
    });
    return `<section>${lines.join("\n")}</section>`;
  });
  const lede = toMarkup(t("pack.lede", { count: decisions.length, day: sayDay(day, language) }));
  const made = illustrative ? `<p><strong>${toMarkup(t("pack.illustrative"))}</strong></p>` : "";
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>${made}<p>${lede}</p>
${pages.join("\n")}
<footer><p>${toMarkup(t("pack.digest", { digest: pack.digest }))}</p><p>${toMarkup(t("pack.digestText"))}</p></footer></body></html>
`;
}
