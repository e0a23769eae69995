import { api } from "@/lib/api/server";
import { type Query, readChoices } from "@/lib/platform/address";
import { timelineFilters } from "@/lib/report/schema";
import { TimelineList } from "./timeline-list";

/** What happened when, with dates corrected where the report is wrong. */
export async function Timeline({ query }: { query: Query }) {
  const choices = readChoices(timelineFilters, query);
  const [{ total }, { items }] = await Promise.all([
    api.report.timeline({ limit: 1 }),
    api.report.timeline({ ...choices, limit: 100 }),
  ]);
  return <TimelineList events={items} all={total} choices={choices} />;
}
