import { api } from "@/lib/api/server";
import { type Query, readQueryParams } from "@/lib/platform/http/query-params";
import { timelineFilters } from "@/lib/report/schema";
import { TimelineList } from "./timeline-list";

/** What happened when, with dates corrected where the report is wrong. */
export async function Timeline({ query }: { query: Query }) {
  const choices = readQueryParams(timelineFilters, query);
  const [{ total }, { items }] = await Promise.all([
    api.report.timeline({ limit: 1 }),
    api.report.timeline({ ...choices, limit: 100 }),
  ]);
  return <TimelineList events={items} all={total} choices={choices} />;
}
