import "server-only";
import { escapeHtml, renderBlocks, renderDocument } from "@/lib/platform/documents/render-html";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { listBlocks } from "./rules.blocks";
import { listPointBlocks } from "./rules.point-blocks";
import type { BoardPack } from "./schema";

/** The same pack as one file that needs nothing else: no script, nothing fetched. */
export async function renderHtml(pack: BoardPack, { language, origin }: { language: Locale; origin: string }) {
  const t = await translatorIn(language);
  const { organization, day, decisions, points, illustrative } = pack.content;
  const total = decisions.length + points.length;
  const title = t("boardPack.titleOf", { organization: organization.name[language] });
  const pages = decisions.map((decision, at) =>
    renderBlocks(listBlocks(decision, { t, language, at, total, origin }), origin),
  );
  const texts = points.map((point, at) =>
    renderBlocks(listPointBlocks(point, { t, language, at: decisions.length + at, total, origin }), origin),
  );
  const lede = escapeHtml(t("boardPack.lede", { count: total, day: formatDay(day, language) }));
  const notice = illustrative ? `<p><strong>${escapeHtml(t("boardPack.illustrative"))}</strong></p>` : "";
  const body = `<h1>${escapeHtml(title)}</h1>${notice}<p>${lede}</p>
${[...pages, ...texts].join("\n")}
<footer><p>${escapeHtml(t("boardPack.digest", { digest: pack.digest }))}</p><p>${escapeHtml(t("boardPack.digestText"))}</p></footer>`;
  return renderDocument({ language, title, body });
}
