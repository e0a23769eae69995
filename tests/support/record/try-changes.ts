import { keepFirstHead } from "@/lib/activity/jobs";
import type { RecordVerdict } from "@/lib/activity/read.heads";
import { verifyRecord } from "@/lib/activity/read.heads";
import type { SqlConnection } from "@/lib/platform/db/unhurried";
import { type Chance, type Change, changeSomething, listColumns, makeChance } from "./random-changes";

export type Tried = { changes: number; named: number; missed: Change[]; tables: Set<string>; columns: Set<string> };

/** Whether verifying names what was changed: the row itself, or, where the record was changed, the record. */
function names({ table, guarded }: Change, { firstBad, loss, differs }: RecordVerdict): boolean {
  // The last row may be gone without a break in the chain: then the head noted outside says so, or what it had recorded.
  if (table === "Activity") return firstBad !== null || loss !== null || differs !== null;
  // A trigger carries whom a text is shown to on to the position that it stands for: then that row differs as well.
  if (guarded && table === "PositionRevision") return differs?.table === table || differs?.table === "Position";
  return table === "RowSalt" ? differs !== null : differs?.table === table;
}

/**
 * So many changes by chance, each alone, verified and taken back. All tables come up in turn; every column comes up before
 * one does twice.
 */
export async function tryChanges(connection: SqlConnection, count: number, seed: number): Promise<Tried> {
  const chance = makeChance(seed);
  await keepFirstHead();
  // Otherwise every change would be named for what was wrong before.
  const before = await verifyRecord(connection);
  if (before.firstBad !== null || before.differs) throw new Error("the record does not begin whole");
  const order = inTurn(await listColumns(connection), chance);
  const tried: Tried = { changes: 0, named: 0, missed: [], tables: new Set(), columns: new Set() };
  for (let at = 0; tried.changes < count; at++) {
    if (at > count * 20) throw new Error("too many changes came to nothing");
    await connection.query("BEGIN");
    const change = await changeSomething(connection, order, at, chance);
    if (change) {
      tried.changes += 1;
      if (names(change, await verifyRecord(connection))) tried.named += 1;
      else tried.missed.push(change);
      tried.tables.add(change.table);
      if (change.column) tried.columns.add(`${change.table}.${change.column}`);
    }
    await connection.query("ROLLBACK");
  }
  return tried;
}

/** One column of each table after another, so that few changes reach all tables. */
function inTurn<C extends { table: string }>(columns: readonly C[], chance: Chance): C[] {
  const tables = new Map<string, C[]>();
  for (const it of columns) tables.set(it.table, [...(tables.get(it.table) ?? []), it]);
  const mixed = [...tables.values()].map((all) =>
    all.map((column) => ({ column, place: chance(1_000_000) })).sort((a, b) => a.place - b.place),
  );
  const longest = Math.max(...mixed.map((all) => all.length));
  return Array.from({ length: longest }, (_, i) => mixed.flatMap((all) => all[i]?.column ?? [])).flat();
}
