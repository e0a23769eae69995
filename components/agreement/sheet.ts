import { api, getViewer } from "@/lib/api/server";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readNetwork } from "@/lib/platform/network";
import { arrange } from "./arrange";
import type { Choice } from "./choice";

/** Organizations side by side on one sheet: what a screen and a reader can still take in, and a browser draws at once. */
export const sheetWidth = 50;

/** Everything that the grid and its twin in words show; of the organizations as many as are asked for. */
export async function readSheet(choice: Choice, locale: Locale, limit = sheetWidth) {
  const { theme, on: asOf, cursor } = choice;
  const [viewer, network, { items: themes }, agreement] = await Promise.all([
    getViewer(),
    readNetwork(),
    api.themes.list({}),
    api.agreement.get({ ...(theme && { theme }), ...(asOf && { asOf }), ...(cursor && { cursor }), limit }),
  ]);
  const own = new Set(viewer.representations.filter((it) => it.status === "member").map((it) => it.slug));
  return {
    choice,
    themes,
    tooFewBelow: network.tooFewBelow,
    nextCursor: agreement.nextCursor,
    asOf: agreement.asOf,
    ...arrange(agreement, { choice, own, locale }),
  };
}

export type SheetFacts = Awaited<ReturnType<typeof readSheet>>;
