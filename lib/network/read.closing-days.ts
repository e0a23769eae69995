import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { readToday } from "@/lib/platform/time/today";
import type { ClosingRule } from "@/lib/platform/time/working-days";
import type { Viewer } from "@/lib/viewer/schema";
import type { EnteredKind } from "./constants";
import { mayKeepClosingDays, mayReadClosingDays } from "./policy";
import { closingsByDay, closingsOfYear, suggestClosings } from "./rules.closing-days";
import type { Closing, ClosingDays, EnteredClosing } from "./schema.closing-days";

type Row = {
  id: string;
  kind: EnteredKind;
  firstOn: string;
  lastOn: string;
  nameEn: string;
  nameFr: string;
  provinces: EnteredClosing["provinces"];
};

const toClosing = ({ id, nameEn, nameFr, kind, firstOn, lastOn, provinces }: Row) => ({
  ...{ id, kind, firstOn, lastOn, provinces },
  name: { en: nameEn, fr: nameFr },
});

/** Everything that was entered, by day. It is bounded, and read whole. */
export async function readEntered(tx: Tx): Promise<(EnteredClosing & { id: string })[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "id", 'blackout' AS "kind", "firstOn"::text AS "firstOn", "lastOn"::text AS "lastOn", "nameEn", "nameFr",
      ARRAY[]::text[] AS "provinces"
    FROM "Blackout"
    UNION ALL
    SELECT "id", "kind"::text, "firstOn"::text, "lastOn"::text, "nameEn", "nameFr", coalesce("provinces", '{}') FROM "ClosingDay"
    ORDER BY "firstOn", "lastOn", "kind", "id"`;
  return rows.map(toClosing);
}

/** What closes in a year, what was entered for any, and what could be for this one. */
export async function getClosingDays(
  viewer: Viewer,
  { year: asked }: { year?: number | undefined },
): Promise<ClosingDays> {
  if (!mayReadClosingDays(viewer)) throw new Refusal("NOT_FOUND", "notFound");
  const [{ today, closing }, { closingDaysVersion: version }, rows] = await Promise.all([
    readToday(db),
    db.network.findUniqueOrThrow({ where: { id: 1 }, select: { closingDaysVersion: true } }),
    readEntered(db),
  ]);
  const entered = rows.map(({ id: _, ...it }) => it);
  const year = asked ?? Number(today.slice(0, 4));
  return {
    year,
    closings: closingsOfYear(year, closing, entered),
    suggested: suggestClosings(year, closing, entered),
    entered,
    version,
    viewer: { mayChange: mayKeepClosingDays(viewer) },
  };
}

type Where = {
  /** The provinces of those who are asked; with none given, wherever it holds. */
  provinces?: readonly string[] | undefined;
  /** Whether what the network decided is for whoever reads this: its breaks are its own business. */
  entered: boolean;
};

/** For each of these days what closes it and where, most general first. One statement, however many days. */
export async function closingsOn(
  tx: Tx,
  days: readonly string[],
  { provinces, entered }: Where,
): Promise<Map<string, Closing[]>> {
  const [first, last] = [[...days].sort()[0], [...days].sort().at(-1)];
  if (!first || !last) return new Map();
  const rows = await tx.$queryRaw<(ClosingRule & (Row | { kind: null }))[]>`
    SELECT n."quebecDay", n."weekendRule"::text, c.* FROM "Network" n LEFT JOIN (
      SELECT "id", 'blackout' AS "kind", "firstOn"::text AS "firstOn", "lastOn"::text AS "lastOn", "nameEn", "nameFr",
        ARRAY[]::text[] AS "provinces"
      FROM "Blackout" WHERE "lastOn" >= ${first}::date AND "firstOn" <= ${last}::date
      UNION ALL
      SELECT "id", "kind"::text, "firstOn"::text, "lastOn"::text, "nameEn", "nameFr", coalesce("provinces", '{}')
      FROM "ClosingDay" WHERE "lastOn" >= ${first}::date AND "firstOn" <= ${last}::date
    ) c ON ${entered} WHERE n."id" = 1`;
  const [rule] = rows;
  if (!rule) throw new Error("the database has no network");
  const found = rows.flatMap((it) => (it.kind === null ? [] : [toClosing(it)]));
  // That 24 June closes everywhere is what the network decided for itself.
  return closingsByDay(days, entered ? rule : { ...rule, quebecDay: false }, found, provinces);
}
