import { api } from "@/lib/api/server";
import { type Query, readQueryParams } from "@/lib/platform/http/query-params";
import { dilemmaFilters } from "@/lib/propositions/schema";
import { DilemmaList } from "./dilemma-list";

/** What the roundtable left open. A dilemma keeps its number when only some are shown. */
export async function Dilemmas({ query }: { query: Query }) {
  const choices = readQueryParams(dilemmaFilters, query);
  const [{ items: all }, { items }] = await Promise.all([
    api.themes.dilemmas({ limit: 100 }),
    api.themes.dilemmas({ ...choices, limit: 100 }),
  ]);
  const places = new Map(all.map(({ slug }, at) => [slug, at + 1]));
  const dilemmas = items.map((it) => ({ ...it, place: places.get(it.slug) ?? 0 }));
  return <DilemmaList dilemmas={dilemmas} all={all.length} choices={choices} />;
}
