import { api } from "@/lib/api/server";
import { type Query, readQueryParams } from "@/lib/platform/http/query-params";
import { errataFilters } from "@/lib/report/schema";
import { ErrataList } from "./errata-list";

/** What the report prints, what is right, and how sure that is. */
export async function Errata({ query }: { query: Query }) {
  const choices = readQueryParams(errataFilters, query);
  const [{ total }, { items }] = await Promise.all([
    api.report.errata({ limit: 1 }),
    api.report.errata({ ...choices, limit: 100 }),
  ]);
  return <ErrataList errata={items} all={total} choices={choices} />;
}
