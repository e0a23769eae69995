import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { makeIntruder } from "@/tests/support/intruder";
import { makeChance } from "@/tests/support/record/random-changes";
import { beginning, verifyChain } from "./read";
import { recorderOf } from "./record";
import { amount, code, count, flag, id, recorded } from "./schema";

const rows = 240;
const flips = Number(process.env.AUDIT_FLIPS ?? 60);
const facts = { revision: count, digest: id, share: amount, narrowed: flag, note: code(["late"]).nullable() };
const record = recorderOf({ "position.drafted": recorded(facts) });
const columns = ["at", "kind", "actorId", "byToken", "subject", "facts", "previousHash", "hash"] as const;
type Column = (typeof columns)[number];

/** Somebody with the keys to the database itself, for whom no trigger speaks. */
const intruder = makeIntruder();

beforeAll(async () => {
  await intruder.connect();
  await intruder.query("SET session_replication_role = replica");
  for (let i = 0; i < rows; i++) {
    const actor = { personId: i % 5 === 0 ? null : randomUUID(), token: i % 3 === 0 ? { id: randomUUID() } : null };
    const facts = { revision: i, digest: randomUUID(), share: i / 7, narrowed: i % 2 === 0, note: null };
    await transact((tx) => record(tx, "position.drafted", actor, `position/${randomUUID()}`, facts));
  }
  await intruder.query('CREATE TEMP TABLE original AS TABLE "Activity"');
});
afterAll(async () => {
  await intruder.end();
  await db.$disconnect();
});

const typeOf: Partial<Record<Column, string>> = {
  at: "timestamptz",
  actorId: "uuid",
  byToken: "boolean",
  facts: "jsonb",
};

/** One bit of the text of a column turned over. False where the database would not hold it, or it means the same. */
async function flip(id: string, column: Column, random: (below: number) => number): Promise<boolean> {
  const found = await intruder.query(`SELECT "${column}"::text AS text FROM "Activity" WHERE id = $1`, [id]);
  const before: string | null = found.rows[0].text;
  const bytes = Buffer.from(before ?? randomUUID());
  const at = random(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random(7));
  const value = column === "byToken" ? String(before === "false") : bytes.toString();
  const type = typeOf[column] ?? "text";
  const change = `UPDATE "Activity" SET "${column}" = $2::text::${type} WHERE id = $1 AND "${column}" IS DISTINCT FROM $2::text::${type}`;
  const { rowCount } = await intruder.query(change, [id, value]).catch(() => ({ rowCount: 0 }));
  return rowCount === 1;
}

const restore = (id: string) => {
  const list = columns.map((it) => `"${it}"`).join(", ");
  return intruder.query(
    `UPDATE "Activity" SET (${list}) = (SELECT ${list} FROM original WHERE original.id = $1) WHERE id = $1`,
    [id],
  );
};

test("the chain as told is whole, and its head is the last row's hash", async () => {
  const last = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(await verifyChain()).toEqual({ rows, firstBad: null, head: last.hash });
  expect(last.hash).not.toBe(beginning);
});

test(`of ${flips} single bits turned over, each is found, and its row is named`, { timeout: 600_000 }, async () => {
  const random = makeChance(20_261_123);
  const ids = (await db.activity.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map((it) => String(it.id));
  const touched = new Set<Column>();
  for (let done = 0; done < flips; ) {
    const [id = "", column = "at"] = [ids[random(ids.length)], columns[done % columns.length]];
    if (!(await flip(id, column, random))) continue;
    expect(String((await verifyChain()).firstBad), `${column} of row ${id}`).toBe(id);
    await restore(id);
    touched.add(column);
    done += 1;
  }
  expect([...touched].sort()).toEqual([...columns].sort());
  expect((await verifyChain()).firstBad).toBeNull();
});

test("a number changed beyond the digits that we read is found all the same", async () => {
  const row = await db.activity.findFirstOrThrow({ orderBy: { id: "asc" }, skip: 1 });
  const share = JSON.stringify((row.facts as { share: number }).share);
  await intruder.query(`UPDATE "Activity" SET facts = jsonb_set(facts, '{share}', $2::jsonb) WHERE id = $1`, [
    row.id,
    `${share}000000001`,
  ]);
  expect((await verifyChain()).firstBad).toBe(row.id);
  await restore(String(row.id));
  expect((await verifyChain()).firstBad).toBeNull();
});

test("a row taken out is found at the row after it", async () => {
  const [, , taken, next] = await db.activity.findMany({ orderBy: { id: "asc" }, take: 4 });
  await intruder.query(`DELETE FROM "Activity" WHERE id = $1`, [taken?.id]);
  expect((await verifyChain()).firstBad).toBe(next?.id);
  await intruder.query(`INSERT INTO "Activity" SELECT * FROM original WHERE id = $1`, [taken?.id]);
  expect((await verifyChain()).firstBad).toBeNull();
});

test("a tail that was cut off leaves a whole chain with another head", async () => {
  const whole = await verifyChain();
  await intruder.query(`DELETE FROM "Activity" WHERE id > (SELECT max(id) - 3 FROM original)`);
  expect(await verifyChain()).toMatchObject({ firstBad: null, rows: rows - 3 });
  expect((await verifyChain()).head).not.toBe(whole.head);
});
