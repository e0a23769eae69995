import { api } from "@/lib/api/server";
import { type Query, readChoices } from "@/lib/platform/address";
import { searchFilters } from "@/lib/search/schema";
import { SearchView } from "./search-view";

/** All that bears the words in the address: what the palette leads to, and search itself without script. */
export async function SearchResults({ query }: { query: Query }) {
  const { q } = readChoices(searchFilters, query);
  return <SearchView q={q} found={await api.search.find({ q, limit: 100 })} />;
}
