import { api } from "@/lib/api/server";
import { type Query, readQueryParams } from "@/lib/platform/http/query-params";
import { searchFilters } from "@/lib/search/schema";
import { SearchView } from "./search-view";

/** All that bears the words in the address: what the palette leads to, and search itself without script. */
export async function SearchResults({ query }: { query: Query }) {
  const { q } = readQueryParams(searchFilters, query);
  return <SearchView q={q} found={await api.search.find({ q, limit: 100 })} />;
}
