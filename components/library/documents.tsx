import { api } from "@/lib/api/server";
import { libraryFilters } from "@/lib/library/schema";
import { type Query, readQueryParams } from "@/lib/platform/http/query-params";
import { DocumentList } from "./document-list";

/** What the report cites, and what came later. */
export async function Documents({ query }: { query: Query }) {
  const choices = readQueryParams(libraryFilters, query);
  const [{ total }, { items }] = await Promise.all([
    api.library.list({ limit: 1 }),
    api.library.list({ ...choices, limit: 100 }),
  ]);
  return <DocumentList items={items} all={total} choices={choices} />;
}
