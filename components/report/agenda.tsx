import { z } from "zod";
import { api } from "@/lib/api/server";
import { type Query, readChoices } from "@/lib/platform/address";
import { recommendationFilters } from "@/lib/report/schema";
import { AgendaList } from "./agenda-list";
import { arrangements } from "./group-items";

const arrangement = { by: z.enum(arrangements).optional() };

/** The report's recommendations as standing agenda items. */
export async function Agenda({ query }: { query: Query }) {
  const choices = readChoices(recommendationFilters, query);
  const { by = "area" } = readChoices(arrangement, query);
  const [{ items: all, total }, { items }] = await Promise.all([
    api.report.recommendations({ limit: 100 }),
    api.report.recommendations({ ...choices, limit: 100 }),
  ]);
  const standing = all.filter((it) => it.standing).length;
  return <AgendaList items={items} all={{ standing, total }} choices={choices} by={by} />;
}
