import "server-only";
import type { SqlConnection } from "@/lib/platform/db/unhurried";

/**
 * A row of some table that is not what the record says of it.
 *
 * `changed`: another than the last act left. `gone`: it stands no more, and no act took it away. `overwritten`: an act found
 * something else than what was left before it. `unrecorded`: no act left it. `steps`: what stands is not what its steps say.
 */
export type RowFault = {
  /** The row of the record that is not followed; null where the record never spoke of it. */
  activity: bigint | null;
  table: string;
  /** Its key in words: "positionId …, number 3". */
  key: string;
  fault: "changed" | "gone" | "overwritten" | "unrecorded" | "steps";
};

/** The first row that differs, by the order of the record: computed by the database, table by table. */
export async function findRowFault(connection: SqlConnection): Promise<RowFault | null> {
  const [told] = (
    await connection.query<Omit<RowFault, "activity"> & { activity: string | null }>(
      `SELECT "activity"::text, "table", "key", "fault" FROM find_row_faults() LIMIT 1`,
    )
  ).rows;
  if (told)
    return {
      ...told,
      activity: told.activity === null ? null : BigInt(told.activity),
      key: await describeKey(connection, told.table, told.key),
    };
  const [replayed] = (
    await connection.query<{ table: string; key: string }>(`SELECT "table", "key" FROM find_step_faults() LIMIT 1`)
  ).rows;
  if (!replayed) return null;
  const { table, key } = replayed;
  return { activity: null, table, key: await describeKey(connection, table, key), fault: "steps" };
}

async function describeKey(connection: SqlConnection, table: string, key: string): Promise<string> {
  const { rows } = await connection.query<{ key: string[] }>(`SELECT "key" FROM covered_tables() WHERE "table" = $1`, [
    table,
  ]);
  const names = rows[0]?.key ?? [];
  const parts = key.split("/");
  return parts.length === names.length ? names.map((name, i) => `${name} ${parts[i]}`).join(", ") : key;
}
