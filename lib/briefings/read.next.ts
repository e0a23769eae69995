import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Today } from "@/lib/platform/time/today";
import type { Viewer } from "@/lib/viewer/schema";
import { mayRead, readableBy } from "./policy";
import { momentBy } from "./read";
import { readCadences } from "./read.cadence";
import { briefingNameSelect, sequencePartSelect, toBriefingName, toSequencePart } from "./read.select";
import type { BriefingsAhead } from "./schema.next";

const listed = 3;

/** The meeting that comes next, be it a caucus or a debrief, and those that should have been held: for the first page. */
export async function readBriefingsAhead(viewer: Viewer, moment: Today): Promise<BriefingsAhead | null> {
  if (!mayRead(viewer)) return null;
  const overdueBy = { AND: [readableBy(viewer), momentBy("overdue", moment)] };
  const [next, overdue, total, cadences] = await Promise.all([
    db.briefing.findFirst({
      where: { AND: [readableBy(viewer), { state: "scheduled", endsAt: { gt: moment.now } }] },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      select: sequencePartSelect,
    }),
    db.briefing.findMany({
      where: overdueBy,
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: listed,
      select: briefingNameSelect,
    }),
    db.briefing.count({ where: overdueBy }),
    readCadences(moment),
  ]);
  return {
    next: next && toSequencePart(next, moment.now),
    overdue: { items: overdue.map(toBriefingName), total },
    cadences: cadences.filter((it) => it.overdue),
  };
}
