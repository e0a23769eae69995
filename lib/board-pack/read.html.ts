import "server-only";
import { escapeHtml, renderBlocks, renderDocument } from "@/lib/platform/documents/render-html";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { listBlocks } from "./rules.blocks";
import type { BoardPack } from "./schema";

/** The same pack as one file that needs nothing else: no script, nothing fetched. */
export async function renderHtml(pack: BoardPack, { language, origin }: { language: Locale; origin: string }) {
  const t = await translatorIn(language);
  const { organization, day, decisions, illustrative } = pack.content;
  const title = t("boardPack.titleOf", { organization: organization.name[language] });
  const pages = decisions.map((decision, at) =>
    renderBlocks(listBlocks(decision, { t, language, at, total: decisions.length, origin }), origin),
  );
  const lede = escapeHtml(t("boardPack.lede", { count: decisions.length, day: formatDay(day, language) }));
  const notice = illustrative ? `<p><strong>${escapeHtml(t("boardPack.illustrative"))}</strong></p>` : "";
  const body = `<h1>${escapeHtml(title)}</h1>${notice}<p>${lede}</p>
${pages.join("\n")}
<footer><p>${escapeHtml(t("boardPack.digest", { digest: pack.digest }))}</p><p>${escapeHtml(t("boardPack.digestText"))}</p></footer>`;
  return renderDocument({ language, title, body });
}
