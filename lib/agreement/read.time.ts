import "server-only";
import { db } from "@/lib/platform/db/client";
import { sliceOrder } from "@/lib/platform/db/keyset";
import { compareIn } from "@/lib/platform/i18n/collation";
import type { Locale } from "@/lib/platform/i18n/routing";
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

/** By the number of the proposition, and of each by who changed, in the order of the reader's language. */
const inOrder = (language: Locale) =>
  sliceOrder<StanceChange>(
    `changes ${language}`,
    ({ proposition, organization: { name, slug } }) => [proposition.number, name[language], slug],
    compareIn(language),
  );

/** What stood differently at the end of two days, under the rights of today. */
export async function readChanges(
  viewer: Viewer,
  { since, limit, cursor, ...now }: ChangesInput,
  language: Locale,
): Promise<Changes> {
  const [before, after] = await Promise.all([
    readRows(viewer, { theme: now.theme, asOf: since, reservations: true }),
    readRows(viewer, { ...now, reservations: true }),
  ]);
  const then = new Map(before.rows.map((row) => [row.slug, row]));
  const items = after.rows.flatMap((row) =>
    after.members.flatMap((member) => toStanceChanges(row, then.get(row.slug), member)),
  );
  return { ...inOrder(language).toSlice(items, { limit, cursor }), since: before.asOf, asOf: after.asOf };
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
