import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import type { SqlConnection } from "@/lib/platform/db/unhurried";
import { makeIntruder } from "@/tests/support/intruder";
import { listColumns } from "@/tests/support/record/random-changes";
import { runChanges } from "@/tests/support/record/run-changes";
import { buildRecordedWorld } from "@/tests/support/record/world";
import exempt from "./exempt.json";
import { verifyRecord } from "./read.heads";
import { isAnythingUnrecorded, recorderOf } from "./record";
import { recorded } from "./schema";

const changes = Number(process.env.RECORD_CHANGES ?? 150);
const record = recorderOf({ "network.changed": recorded() });
const nobody = { personId: null, token: null };

/** Somebody with the keys to the database itself. */
const intruder = makeIntruder();
const connection = intruder as SqlConnection;
const owner = new Client({ connectionString: process.env.DATABASE_OWNER_URL });

/** What verifying names after these statements by the superuser, with the triggers passed by; all of it is taken back. */
async function afterwards(...statements: string[]) {
  await intruder.query("BEGIN; SET LOCAL session_replication_role = replica");
  try {
    for (const sql of statements) await intruder.query(sql);
    return (await verifyRecord(connection)).differs;
  } finally {
    await intruder.query("ROLLBACK");
  }
}

beforeAll(async () => {
  await Promise.all([intruder.connect(), owner.connect()]);
  await buildRecordedWorld(owner);
}, 120_000);
afterAll(async () => {
  await Promise.all([intruder.end(), owner.end()]);
  await db.$disconnect();
});

test("every column of every table is under the record, or exempt by name with a reason", async () => {
  const { rows: columns } = await intruder.query<{ table: string; column: string; generated: boolean }>(
    `SELECT c.table_name AS "table", c.column_name AS "column", c.is_generated = 'ALWAYS' AS generated
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema = 'public'`,
  );
  const { rows: covered } = await intruder.query<{ table: string; exempt: string[] }>("SELECT * FROM covered_tables()");
  const tables = [...new Set(columns.map((it) => it.table))];
  const listed = [...covered.map((it) => it.table), ...Object.keys(exempt.tables)];
  expect(listed.sort(), "a table is covered by its migration, or named in exempt.json").toEqual(tables.sort());
  const computed = columns.filter((it) => it.generated).map(({ table, column }) => `${table}.${column}`);
  const passedOver = covered.flatMap((it) => it.exempt.map((column) => `${it.table}.${column}`));
  const named = Object.keys(exempt.columns);
  const ours = computed.filter((name) => covered.some(({ table }) => name.startsWith(`${table}.`)));
  expect(passedOver.sort(), "a column is left out by its migration and named in exempt.json").toEqual(
    [...named, ...ours].sort(),
  );
  for (const reason of [...Object.values(exempt.tables), ...Object.values(exempt.columns)])
    expect(reason.length).toBeGreaterThan(10);
});

test("a table that loses its triggers, or one of them that is disabled, is not passed over", async () => {
  expect(await afterwards(`DROP TRIGGER noted_insert ON "Mandate"`)).toMatchObject({ table: "Mandate", fault: "gone" });
});

test("a demonstration as loaded stands as the record says, row by row and step by step", async () => {
  const verdict = await verifyRecord();
  expect(verdict).toMatchObject({ firstBad: null, loss: null, differs: null });
  const { rows } = await intruder.query(`SELECT count(*)::int AS n FROM "RowSalt"`);
  expect(rows[0].n).toBeGreaterThan(1_000);
});

test("a change, a row less and a row more are each named, with the row of the record that says otherwise", async () => {
  const { rows } = await intruder.query<{ id: string; activity: string }>(
    `SELECT p."id", (SELECT max(a."id") FROM "Activity" a WHERE a."rows" @> jsonb_build_array(jsonb_build_array('Position', p."id"::text)))::text AS "activity"
     FROM "Position" p WHERE p."standing" IS NOT NULL LIMIT 1`,
  );
  const [{ id, activity } = { id: "", activity: "0" }] = rows;
  const key = `id ${id}`;
  expect(await afterwards(`UPDATE "Position" SET "reviewBy" = "reviewBy" + 1 WHERE "id" = '${id}'`)).toEqual({
    activity: BigInt(activity),
    table: "Position",
    key,
    fault: "changed",
  });
  expect(await afterwards(`DELETE FROM "Position" WHERE "id" = '${id}'`)).toMatchObject({ key, fault: "gone" });
  expect(
    await afterwards(
      `INSERT INTO "Theme" VALUES ('00000000-0000-4000-8000-000000000001', 'x', 'practice', 'x', 'x', 1)`,
    ),
  ).toEqual({
    activity: null,
    table: "Theme",
    key: "id 00000000-0000-4000-8000-000000000001",
    fault: "unrecorded",
  });
});

test("a change that a later act wrote over is named all the same", async () => {
  const change = `UPDATE "Theme" SET "titleEn" = 'Other' WHERE "sort" = 1`;
  const act = [
    "SET LOCAL session_replication_role = origin",
    `UPDATE "Theme" SET "titleFr" = 'Autre' WHERE "sort" = 1`,
    "SELECT record_activity(now(), 'network.changed', NULL, false, 'x', '{}', 'x')",
    "SET LOCAL session_replication_role = replica",
  ];
  await intruder.query("BEGIN; SET LOCAL session_replication_role = replica");
  for (const sql of [change, ...act]) await intruder.query(sql);
  const { rows } = await intruder.query('SELECT "table", "fault" FROM find_row_faults()');
  await intruder.query("ROLLBACK");
  expect(rows).toEqual([{ table: "Theme", fault: "overwritten" }]);
});

test("what was changed before there were digests shows where it contradicts the steps", async () => {
  await intruder.query("BEGIN; SET LOCAL session_replication_role = replica");
  await intruder.query(`UPDATE "Position" SET "standing" = NULL, "standingSince" = NULL
    WHERE "id" = (SELECT "id" FROM "Position" WHERE "standing" IS NOT NULL LIMIT 1)`);
  const { rows } = await intruder.query(`SELECT "table" FROM find_step_faults()`);
  await intruder.query("ROLLBACK");
  expect(rows).toEqual([{ table: "Position" }]);
  const { rows: none } = await intruder.query(`SELECT "table" FROM find_step_faults()`);
  expect(none).toEqual([]);
});

test("what an act writes after it was recorded belongs to no act, and what is undone leaves no trace", async () => {
  const theme = await db.theme.findFirstOrThrow({ orderBy: { sort: "asc" } });
  const undone = transact(async (tx) => {
    await tx.theme.update({ where: { id: theme.id }, data: { titleEn: "Undone" } });
    expect(await isAnythingUnrecorded(tx)).toBe(true);
    await record(tx, "network.changed", nobody, "network");
    expect(await isAnythingUnrecorded(tx)).toBe(false);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect((await verifyRecord()).differs).toBeNull();
  await transact(async (tx) => {
    await tx.theme.update({ where: { id: theme.id }, data: { titleEn: "Recorded" } });
    await record(tx, "network.changed", nobody, "network");
    await tx.theme.update({ where: { id: theme.id }, data: { titleEn: "After" } });
  });
  expect((await verifyRecord()).differs).toMatchObject({ table: "Theme", key: `id ${theme.id}`, fault: "changed" });
  await intruder.query(`UPDATE "Theme" SET "titleEn" = 'Recorded' WHERE "id" = $1`, [theme.id]);
  // The salt went with the change: even the same words are no longer what was recorded.
  expect((await verifyRecord()).differs).toMatchObject({ key: `id ${theme.id}`, fault: "changed" });
  await transact(async (tx) => {
    await tx.theme.update({ where: { id: theme.id }, data: { titleEn: theme.titleEn } });
    await record(tx, "network.changed", nobody, "network");
  });
  expect((await verifyRecord()).differs).toMatchObject({ key: `id ${theme.id}`, fault: "overwritten" });
});

test(`of ${changes} changes by the superuser, drawn from all columns of all tables, each is named`, {
  timeout: 3_600_000,
}, async () => {
  const columns = await listColumns(connection);
  const { missed, named, tables } = await runChanges(intruder, changes, 20_261_203);
  expect(missed).toEqual([]);
  expect(named).toBe(changes);
  expect([...tables].sort()).toEqual([...new Set(columns.map(({ table }) => table))].sort());
});
