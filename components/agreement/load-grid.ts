import { api, getViewer, readNetwork } from "@/lib/api/server";
import type { Locale } from "@/lib/platform/i18n/routing";
import { inNetwork, membershipsOf } from "@/lib/viewer/rules";
import type { AgreementQuery } from "./agreement-query";
import { buildGrid } from "./build-grid";

/** Organizations side by side on one sheet: what a screen and a reader can still take in, and a browser draws at once. */
export const columnsPerPage = 50;

/** Everything that the grid and its twin in words show; of the organizations as many as are asked for. */
export async function loadGrid(choice: AgreementQuery, locale: Locale, limit = columnsPerPage) {
  const { theme, on: asOf, cursor } = choice;
  const [viewer, network, { items: themes }, agreement] = await Promise.all([
    getViewer(),
    readNetwork(),
    api.themes.list({}),
    api.agreement.get({ ...(theme && { theme }), ...(asOf && { asOf }), ...(cursor && { cursor }), limit }),
  ]);
  const own = new Set(membershipsOf(viewer).map(({ slug }) => slug));
  return {
    choice,
    themes,
    readsPoints: inNetwork(viewer),
    tooFewBelow: network.tooFewBelow,
    nextCursor: agreement.nextCursor,
    asOf: agreement.asOf,
    ...buildGrid(agreement, { choice, own, locale }),
  };
}

export type GridFacts = Awaited<ReturnType<typeof loadGrid>>;
