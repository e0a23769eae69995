import { requireAccount } from "@/components/accounts/require-account";
import { collectPages } from "@/lib/api/collect-pages";
import { api, getViewer } from "@/lib/api/server";
import { draftingOrganizationsOf } from "@/lib/viewer/rules";
import { type PageQuery, parseTalkingPointsQuery } from "./talking-points-query";

const rowsShown = 50;

/** The talking points that the reader may read, as the address chooses. */
export async function loadTalkingPoints(query: PageQuery) {
  await requireAccount();
  const choice = parseTalkingPointsQuery(query);
  const [viewer, themes, found] = await Promise.all([
    getViewer(),
    collectPages((place) => api.themes.list(place)),
    api.talkingPoints.list({ ...choice, limit: rowsShown }),
  ]);
  return {
    ...found,
    choice,
    themes: themes.map(({ slug, title }) => ({ slug, title })),
    mayPropose: draftingOrganizationsOf(viewer).length > 0,
  };
}
export type TalkingPointsFacts = Awaited<ReturnType<typeof loadTalkingPoints>>;
