import "server-only";
import { db } from "@/lib/platform/db/client";
import { paginate } from "@/lib/platform/http/pagination";
import { findAsOf, listDaysOfChange } from "@/lib/positions/read";
import type { Viewer } from "@/lib/viewer/schema";
import { readRows } from "./read";
import { toComparedStance } from "./read.differences";
import type { AssessedRow, Member } from "./rules";
import type { ChangeDays, ChangeDaysInput, Changes, ChangesInput, StanceChange } from "./schema.time";

/** Only of what this viewer may read: a day on which nothing of that changed is not told apart from any other. */
export async function readChangeDays(viewer: Viewer, { theme, asOf }: ChangeDaysInput): Promise<ChangeDays> {
  const [past, days] = await Promise.all([findAsOf(db, asOf), listDaysOfChange(viewer, theme)]);
  return { days, asOf: past?.day ?? null };
}

/** What stood differently at the end of two days, under the rights of today. */
export async function readChanges(viewer: Viewer, { since, limit, cursor, ...now }: ChangesInput): Promise<Changes> {
  const [before, after] = await Promise.all([
    readRows(viewer, { theme: now.theme, asOf: since, reservations: true }),
    readRows(viewer, { ...now, reservations: true }),
  ]);
  const then = new Map(before.rows.map((row) => [row.slug, row]));
  const items = after.rows.flatMap((row) =>
    after.members.flatMap((member) => toStanceChanges(row, then.get(row.slug), member)),
  );
  return { ...paginate(items, { limit, cursor }), since: before.asOf, asOf: after.asOf };
}

function toStanceChanges(
  row: AssessedRow,
  then: AssessedRow | undefined,
  { id, ...organization }: Member,
): StanceChange[] {
  const [before, after] = [toComparedStance(then?.stances.get(id)), toComparedStance(row.stances.get(id))];
  if (before.stance === after.stance) return [];
  const { slug, number, title } = row;
  const proposition = { slug, number, title };
  return [
    { proposition, organization, before, after, categoryBefore: then?.category ?? null, categoryAfter: row.category },
  ];
}
