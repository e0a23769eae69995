import "server-only";
import { db } from "../db/client";
import { sha256 } from "../text/digest";

type Rule = { name: string; most: number; minutes: number };

/** Counts an expensive action across all nodes (a row per key and window). False above the limit. */
export async function consumeQuota({ name, most, minutes }: Rule, who: string): Promise<boolean> {
  const key = sha256(`${name} ${who}`);
  const rows = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO "RateWindow" ("key", "startsAt", "count")
    VALUES (${key}, date_bin(make_interval(mins => ${minutes}::int), now(), 'epoch'), 1)
    ON CONFLICT ("key", "startsAt") DO UPDATE SET "count" = "RateWindow"."count" + 1 RETURNING "count"`;
  return (rows[0]?.count ?? 0) <= most;
}
