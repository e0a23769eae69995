import "server-only";
import { db } from "@/lib/platform/db/client";
import { asc, desc, keyset } from "@/lib/platform/db/keyset";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { foldTerms, toPattern } from "@/lib/platform/text/fold";
import { readToday } from "@/lib/platform/time/today";
import { draftingOrganizationsOf, isConvener } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayRead, readableBy } from "./policy";
import { readCadences } from "./read.cadence";
import { briefingSelect, toBriefing } from "./read.select";
import type { BriefingList, BriefingsInput } from "./schema";

type Where = Prisma.BriefingWhereInput;
type OrderBy = Prisma.BriefingOrderByWithRelationInput;

/** What is to come by its date, and what waits for one after that; what was held from the latest back. */
const orders = {
  next: keyset<Where, OrderBy>("briefings.next", asc("startsAt", { nullable: true }), asc("createdAt"), asc("id")),
  past: keyset<Where, OrderBy>("briefings.past", desc("startsAt", { nullable: true }), desc("createdAt"), asc("id")),
  overdue: keyset<Where, OrderBy>("briefings.overdue", asc("dueOn", { nullable: true }), asc("id")),
  all: keyset<Where, OrderBy>("briefings", desc("createdAt"), asc("id")),
};

const undated = { state: { in: ["planned", "polling"] } } satisfies Where;

/** Which meetings are to come, are over or overdue at this moment, said to the database. */
export function momentBy(when: BriefingsInput["when"], { now, today }: { now: Date; today: string }): Where {
  const day = new Date(today);
  // What is overdue stands under that, and nowhere else.
  const inTime = { ...undated, OR: [{ dueOn: null }, { dueOn: { gte: day } }] };
  if (when === "next") return { OR: [inTime, { state: "scheduled", endsAt: { gt: now } }] };
  if (when === "past")
    return { OR: [{ state: { in: ["published", "cancelled"] } }, { state: "scheduled", endsAt: { lte: now } }] };
  return when === "overdue" ? { ...undated, dueOn: { lt: day } } : {};
}

/** The words of a search, each in the title in either language. */
const matching = (q: string | undefined): Where[] =>
  foldTerms(q).map((term) => ({ folded: { contains: toPattern(term) } }));

/** Meetings, each with its caucus and debrief: those stand on its own row. */
export async function listBriefings(viewer: Viewer, input: BriefingsInput): Promise<BriefingList> {
  const moment = await readToday(db);
  const { kind, when, host, q } = input;
  const order = orders[when ?? "all"];
  const chosen: Where = { ...(kind && { kind }), ...(host && { host: { slug: host } }), partOfId: null };
  const where: Where = { AND: [readableBy(viewer), momentBy(when, moment), chosen, ...matching(q)] };
  const [rows, total, cadences] = await Promise.all([
    db.briefing.findMany({ ...order.page(where, input), select: briefingSelect(viewer) }),
    db.briefing.count({ where }),
    // How often the network meets is its own business.
    mayRead(viewer) ? readCadences(moment) : [],
  ]);
  const reader = { viewer, ...moment };
  return {
    ...order.toPage(rows, input, total, (row) => toBriefing(row, reader)),
    cadences,
    viewer: { mayPlanFor: hostsFor(viewer) },
  };
}

/** For which of their own organizations this viewer may call a meeting: where they draft, and where they convene. */
export const hostsFor = (viewer: Viewer): string[] => {
  const drafting = draftingOrganizationsOf(viewer);
  const convening = isConvener(viewer)
    ? viewer.representations.filter(({ organizationId }) => viewer.convenerFor.includes(organizationId))
    : [];
  return [...new Set([...convening, ...drafting].map(({ slug }) => slug))];
};
