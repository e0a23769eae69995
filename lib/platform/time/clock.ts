import "server-only";
import { db, type Tx } from "../db/client";

const clocks = new WeakMap<Tx, Promise<Date>>();

/** The database's clock at the start of this transaction: one moment for everything that happens in it, on every node. */
export function readClock(tx: Tx): Promise<Date> {
  // Within a transaction it stands still, so it is asked once.
  const now = clocks.get(tx) ?? queryClock(tx);
  if (tx !== db) clocks.set(tx, now);
  return now;
}

/** Remembers the transaction's clock when another query already returned it, which saves a round trip. */
export function rememberClock(tx: Tx, now: Date) {
  if (tx !== db) clocks.set(tx, Promise.resolve(now));
}

/** The clock of this transaction where something asked for it already. */
export const findRememberedClock = (tx: Tx): Promise<Date> | undefined => clocks.get(tx);

async function queryClock(tx: Tx): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
  const row = rows[0];
  if (!row) throw new Error("the database told no time");
  return row.now;
}
