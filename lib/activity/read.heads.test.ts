import { randomUUID } from "node:crypto";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { makeIntruder } from "@/tests/support/intruder";
import { headsFile, keepHead } from "./jobs";
import { verifyRecord } from "./read.heads";
import { recorderOf } from "./record";
import { recorded } from "./schema";

/** Somebody with the keys to the database itself, who writes a chain that is whole. */
const intruder = makeIntruder();

const record = recorderOf({ "position.drafted": recorded() });
const nobody = { personId: null, token: null };
const recordEntries = (count: number) =>
  transact(async (tx) => {
    for (let i = 0; i < count; i++) await record(tx, "position.drafted", nobody, `position/${randomUUID()}`);
  });
const last = async () => String((await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } })).id);

beforeAll(async () => {
  await intruder.connect();
  await intruder.query("SET session_replication_role = replica");
});
beforeEach(async () => {
  await rm(headsFile(), { force: true });
  await intruder.query('TRUNCATE "Activity"');
  await recordEntries(20);
});
afterAll(async () => {
  await intruder.end();
  await db.$disconnect();
});

test("a record that only grew agrees with every head kept of it", async () => {
  await keepHead("daily");
  await recordEntries(5);
  await keepHead("backup");
  await recordEntries(5);
  expect(await verifyRecord()).toMatchObject({ rows: 30, firstBad: null, heads: 2, loss: null, unreadable: null });
});

test("the file is for its owner alone, and grows line by line", async () => {
  await keepHead("daily");
  const first = await readFile(headsFile(), "utf8");
  await keepHead("daily");
  expect((await stat(headsFile())).mode & 0o777).toBe(0o600);
  expect((await readFile(headsFile(), "utf8")).startsWith(first)).toBe(true);
});

test.each([1, 7, 20])("%i rows cut off at the end are missed", async (count) => {
  await keepHead("daily");
  const head = await last();
  await intruder.query(`DELETE FROM "Activity" WHERE "id" > $1::bigint - $2::bigint`, [head, count]);
  expect(await verifyRecord()).toMatchObject({
    rows: 20 - count,
    firstBad: null,
    loss: { how: "cutOff", head: { id: head, rows: 20 } },
  });
});

test("rows cut off and replaced by a whole chain of others are noticed, and since when", async () => {
  await keepHead("daily");
  const vouched = await last();
  await recordEntries(6);
  await keepHead("daily");
  const head = await last();
  await intruder.query(`DELETE FROM "Activity" WHERE "id" > $1::bigint`, [vouched]);
  await intruder.query(`SELECT setval('"Activity_id_seq"', $1)`, [vouched]);
  await recordEntries(9);
  expect(await verifyRecord()).toMatchObject({
    rows: 29,
    firstBad: null,
    loss: { how: "rewritten", head: { id: head }, lastVouched: { id: vouched } },
  });
});

test("an empty record is vouched for too, and its first rows are no loss", async () => {
  await intruder.query('TRUNCATE "Activity"');
  await keepHead("daily");
  await recordEntries(2);
  expect(await verifyRecord()).toMatchObject({ rows: 2, loss: null, heads: 1 });
});

test.each([
  "restored",
  "begun anew",
] as const)("what was noted before a record was %s binds no more", async (occasion) => {
  await keepHead("daily");
  await intruder.query('TRUNCATE "Activity"');
  await recordEntries(3);
  expect((await verifyRecord()).loss).not.toBeNull();
  await keepHead(occasion);
  expect(await verifyRecord()).toMatchObject({ rows: 3, loss: null, heads: 1 });
});

test("a line that cannot be read is named", async () => {
  await keepHead("daily");
  await keepHead("daily");
  const text = await readFile(headsFile(), "utf8");
  await writeFile(headsFile(), text.replace(/"hash":"./, '"hash":"x'));
  expect(await verifyRecord()).toMatchObject({ firstBad: null, unreadable: 1 });
});
