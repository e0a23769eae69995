import { api } from "@/lib/api/server";
import { glossaryFilters } from "@/lib/library/schema";
import { type Query, readQueryParams } from "@/lib/platform/http/query-params";
import { GlossaryList } from "./glossary-list";

/** Terms in both languages, in the order of the reader's. */
export async function Glossary({ query }: { query: Query }) {
  const choices = readQueryParams(glossaryFilters, query);
  const [{ total }, { items }] = await Promise.all([
    api.library.glossary({ limit: 1 }),
    api.library.glossary({ ...choices, limit: 100 }),
  ]);
  return <GlossaryList terms={items} all={total} choices={choices} />;
}
