import "server-only";
import type { Tx } from "./db";

/** The database's clock at the start of this transaction: one moment for everything that happens in it, on every node. */
export async function readClock(tx: Tx): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
  const row = rows[0];
  if (!row) throw new Error("the database told no time");
  return row.now;
}
