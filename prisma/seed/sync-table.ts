import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/generated/prisma/client";

/** Tables that are synchronized with a file, each by its key column. */
type SyncedTables = {
  Theme: Prisma.ThemeCreateManyInput;
  Proposition: Prisma.PropositionCreateManyInput;
  Dilemma: Prisma.DilemmaCreateManyInput;
  Recommendation: Prisma.RecommendationCreateManyInput;
  TimelineEvent: Prisma.TimelineEventCreateManyInput;
  LibraryItem: Prisma.LibraryItemCreateManyInput;
  Erratum: Prisma.ErratumCreateManyInput;
  ReportActor: Prisma.ReportActorCreateManyInput;
  GlossaryTerm: Prisma.GlossaryTermCreateManyInput;
  Organization: Prisma.OrganizationCreateManyInput;
};

/** The tables that are filled once, by many rows at a time. */
type Filled = {
  Position: Prisma.PositionCreateManyInput;
  PositionRevision: Prisma.PositionRevisionCreateManyInput;
  PositionStep: Prisma.PositionStepCreateManyInput;
};

export type TableChange = { added: number; changed: number; removed: number };

export const unchanged: TableChange = { added: 0, changed: 0, removed: 0 };

export const sum = (changes: readonly TableChange[]): TableChange =>
  changes.reduce(
    (all, it) => ({
      added: all.added + it.added,
      changed: all.changed + it.changed,
      removed: all.removed + it.removed,
    }),
    unchanged,
  );

const name = (identifier: string) => Prisma.raw(`"${identifier}"`);
const list = (identifiers: readonly string[], prefix = "") =>
  Prisma.join(identifiers.map((it) => Prisma.raw(`${prefix}"${it}"`)));

/**
 * Adds the rows that are not there and changes those that differ, in one statement. Every row names the same columns;
 * columns that it does not name keep what they hold, and so do those named in `once`, which only a new row is given.
 */
export async function upsertRows<T extends keyof SyncedTables>(
  tx: Tx,
  table: T,
  key: keyof SyncedTables[T] & string,
  rows: readonly SyncedTables[T][],
  once: readonly (keyof SyncedTables[T] & string)[] = [],
): Promise<TableChange> {
  const [first] = rows;
  if (!first) return unchanged;
  const columns = Object.keys(first);
  const given: readonly string[] = [key, ...once];
  const others = columns.filter((column) => !given.includes(column));
  const madeId = columns.includes("id") ? Prisma.empty : Prisma.raw('"id", ');
  const makeId = columns.includes("id") ? Prisma.empty : Prisma.raw("gen_random_uuid(), ");
  const done = await tx.$queryRaw<{ added: boolean }[]>`
    INSERT INTO ${name(table)} AS held (${madeId}${list(columns)})
    SELECT ${makeId}${list(columns)} FROM jsonb_populate_recordset(NULL::${name(table)}, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (${name(key)}) DO UPDATE SET (${list(others)}) = ROW (${list(others, "EXCLUDED.")})
    WHERE ROW (${list(others, "held.")}) IS DISTINCT FROM ROW (${list(others, "EXCLUDED.")})
    RETURNING xmax = 0 AS added`;
  const added = done.filter((it) => it.added).length;
  return { added, changed: done.length - added, removed: 0 };
}

/** Removes the rows that the file no longer has. */
export async function deleteOthers<T extends keyof SyncedTables>(
  tx: Tx,
  table: T,
  key: keyof SyncedTables[T] & string,
  kept: readonly string[],
): Promise<TableChange> {
  const removed = await tx.$executeRaw`DELETE FROM ${name(table)} WHERE ${name(key)} <> ALL (${kept})`;
  return { ...unchanged, removed };
}

/** Makes the table equal to the file: deletes, inserts and updates. */
export async function syncTable<T extends keyof SyncedTables>(
  tx: Tx,
  table: T,
  key: keyof SyncedTables[T] & string,
  rows: readonly SyncedTables[T][],
): Promise<TableChange> {
  const kept = rows.map((row) => String(row[key]));
  return sum([await deleteOthers(tx, table, key, kept), await upsertRows(tx, table, key, rows)]);
}

/** Adds many rows in one statement. A column that a row does not name is empty in it. */
export async function insertRows<T extends keyof Filled>(tx: Tx, table: T, rows: readonly Filled[T][]) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO ${name(table)} (${list(columns)})
    SELECT ${list(columns)} FROM jsonb_populate_recordset(NULL::${name(table)}, ${JSON.stringify(rows)}::jsonb)`;
}
