import "server-only";
import { db } from "../db/client";
import { env } from "../env";
import { sha256 } from "../text/digest";

type Caller = { personId: string | null };

const windowSeconds = 10;

type Window = { startsAt: number; counts: Map<string, number> };
let current: Window = { startsAt: 0, counts: new Map() };

/** The rate limit key of an address: IPv4 whole, IPv6 by its /64, since one household has a whole /64. */
export function clientKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = plain.includes("::") ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":");
}

/** Counts a request against its account, or its line where it has none. Returns how long to wait, or null to go on. */
export function countRequest(viewer: Caller, address: string, now: number): number | null {
  const startsAt = Math.floor(now / 1000 / windowSeconds) * windowSeconds;
  if (current.startsAt !== startsAt) current = { startsAt, counts: new Map() };
  const key = viewer.personId ? `a:${viewer.personId}` : `l:${clientKey(address)}`;
  const count = (current.counts.get(key) ?? 0) + 1;
  current.counts.set(key, count);
  if (count <= (viewer.personId ? env().rates.perAccount : env().rates.perAddress)) return null;
  return Math.max(1, startsAt + windowSeconds - Math.floor(now / 1000));
}

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
