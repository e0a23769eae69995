import type pg from "pg";
import type { SqlConnection } from "@/lib/platform/db/unhurried";
import { dropConstraints } from "./random-changes";
import { type Tried, tryChanges } from "./try-changes";
import { thinOut } from "./world";

/** In a world that is recorded: a dozen rows to a table, nothing that keeps values sensible, then so many changes by chance. */
export async function runChanges(superuser: pg.Client, count: number, seed: number): Promise<Tried> {
  await thinOut(superuser);
  await dropConstraints(superuser as SqlConnection);
  return tryChanges(superuser as SqlConnection, count, seed);
}
