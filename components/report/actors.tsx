import { api } from "@/lib/api/server";
import { type Query, readQueryParams } from "@/lib/platform/http/query-params";
import { actorFilters } from "@/lib/report/schema";
import { ActorList } from "./actor-list";

/** Who the report names, and in what role; never a stance. */
export async function Actors({ query }: { query: Query }) {
  const choices = readQueryParams(actorFilters, query);
  const [{ total }, { items }] = await Promise.all([
    api.report.actors({ limit: 1 }),
    api.report.actors({ ...choices, limit: 100 }),
  ]);
  return <ActorList actors={items} all={total} choices={choices} />;
}
