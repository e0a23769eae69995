import "server-only";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { dayAt, startOfDay } from "@/lib/platform/time/offset-at";
import type { Today } from "@/lib/platform/time/today";
import { type BriefingKind, briefingKinds, networkCadences } from "./constants";
import { dueAfter, timesAYear } from "./rules";
import type { CadenceStanding } from "./schema";

type Row = { kind: BriefingKind; past: number; coming: number; last: Date | null; next: Date | null };

/** How often each kind of meeting was held this year, and when the next is due: whoever hosts it, the network meets so often. */
export async function readCadences({ now, today, timeZone }: Today): Promise<CadenceStanding[]> {
  const year = Number(today.slice(0, 4));
  const [begins, ends] = [startOfDay(timeZone, `${year}-01-01`), startOfDay(timeZone, `${year + 1}-01-01`)];
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT "kind"::text, (count(*) FILTER (WHERE "endsAt" <= ${now} AND "startsAt" >= ${begins}))::int AS "past",
      (count(*) FILTER (WHERE "endsAt" > ${now} AND "startsAt" < ${ends}))::int AS "coming",
      max("startsAt") FILTER (WHERE "endsAt" <= ${now}) AS "last", min("startsAt") FILTER (WHERE "endsAt" > ${now}) AS "next"
    FROM "Briefing" WHERE "partOfId" IS NULL AND "state" IN ('scheduled', 'published') GROUP BY "kind"`);
  return briefingKinds.map((kind) => {
    const row = rows.find((it) => it.kind === kind);
    const cadence = networkCadences[kind];
    const lastOn = row?.last ? dayAt(timeZone, row.last) : null;
    const nextOn = row?.next ? dayAt(timeZone, row.next) : null;
    const dueOn = lastOn && dueAfter(lastOn, cadence);
    return {
      ...{ kind, year, timesAYear: timesAYear(cadence), past: row?.past ?? 0, coming: row?.coming ?? 0 },
      ...{ lastOn, nextOn, dueOn, overdue: nextOn === null && dueOn !== null && dueOn < today },
    };
  });
}
