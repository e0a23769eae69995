import type { ReactNode } from "react";
import { z } from "zod";
import { api, getViewer } from "@/lib/api/server";
import { type Query, readQueryParams } from "@/lib/platform/http/query-params";
import { recommendationFilters } from "@/lib/report/schema";
import { inNetwork } from "@/lib/viewer/rules";
import { AgendaList } from "./agenda-list";
import { arrangements } from "./group-items";

const arrangement = { by: z.enum(arrangements).optional() };

/** The report's recommendations as standing agenda items. */
export async function Agenda({ query, nav }: { query: Query; nav: ReactNode }) {
  const choices = readQueryParams(recommendationFilters, query);
  const { by = "area" } = readQueryParams(arrangement, query);
  const viewer = await getViewer();
  const [{ items: all, total }, { items }, discussed] = await Promise.all([
    api.report.recommendations({ limit: 100 }),
    api.report.recommendations({ ...choices, limit: 100 }),
    inNetwork(viewer) ? api.briefings.agenda.discussed() : { items: [] },
  ]);
  const standing = all.filter((it) => it.standing).length;
  return <AgendaList {...{ nav, items, choices, by }} all={{ standing, total }} discussed={discussed.items} />;
}
