import { z } from "zod";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import { longestCursor } from "@/lib/platform/http/pagination";
import { type Findings, type StudyMark, statementOrders } from "@/lib/studies/schema";

type Query = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

const order = z.enum(statementOrders).catch("number");
const cursor = z.string().max(longestCursor).optional().catch(undefined);

export const perPage = 50;

export async function loadStudies(query: Query) {
  const at = cursor.parse(one(query.cursor));
  return api.studies.list({ ...(at && { cursor: at }) });
}

/** One consultation, and one page of its statements in the order that the address asks for. */
export async function loadStudy(slug: string, query: Query) {
  const chosen = { order: order.parse(one(query.order)), cursor: cursor.parse(one(query.cursor)) };
  const study = await orNotFound(api.studies.get({ slug }));
  const { order: by, cursor: at } = chosen;
  const statements = study.findings
    ? await orNotFound(api.studies.statements({ slug, order: by, limit: perPage, ...(at && { cursor: at }) }))
    : null;
  return { study, statements, chosen };
}
export type StudyFacts = Awaited<ReturnType<typeof loadStudy>>;

/** Largest first; those whose size is not told stand last. */
export const bySize = (marks: Findings["marks"]): StudyMark[] =>
  [...marks].sort((one, other) => (other.size ?? 0) - (one.size ?? 0) || one.x - other.x || one.y - other.y);
