import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { withClient } from "@/bin/host/postgres/roles.mjs";
import { db, transact } from "@/lib/platform/db/client";
import { enqueue } from "@/lib/platform/jobs/queue";
import { loadDemonstration } from "@/prisma/seed/load-demonstration";
import { readDemonstration } from "@/prisma/seed/read-demonstration";
import { readReport } from "@/prisma/seed/read-report";
import { findConfiguredTarget } from "./configured-target";
import { type CreatedBackup, createBackup } from "./create";
import { createEmptyDatabase, forge, listLines } from "./fixtures";
import { rebuild } from "./rebuild";
import type { Target } from "./target";
import { createTemporaryDatabase } from "./temporary";

const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-backup-"));
let taken: CreatedBackup;
let count = 0;
const makeTarget = () => createEmptyDatabase(inject("database"), `rebuild_${process.pid}_${count++}`);

const awkward = 'a "quoted" \\ line\n\tsecond\u2028third 😀 é e\u0301 #{"end":"x"}';

beforeAll(async () => {
  await loadDemonstration(readDemonstration(), readReport());
  const { id: personId } = await db.person.findFirstOrThrow({ where: { email: "rep.red-cedar@demo.example" } });
  const kept = { accountId: personId, key: "k", route: "r", bodyDigest: "d", status: 200, body: awkward };
  await db.idempotencyKey.create({ data: { ...kept, headers: { etag: awkward, none: null, many: [1.5, 1e21, "é"] } } });
  await db.session.create({ data: { personId, tokenHash: "h", expiresAt: new Date("2026-12-01T00:00:00.123Z") } });
  await transact((tx) => enqueue(tx, "send_sign_in_link", { email: "a@demo.example", language: "en", next: awkward }));
  await transact((tx) => enqueue(tx, "sweep", {}, { key: "nightly", runAt: new Date("2030-01-01T00:00:00Z") }));
  taken = await createBackup(findConfiguredTarget().appUrl, folder);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.$disconnect();
});

/** What a schema diff does not see: references, triggers and rights, as the database itself words them. */
const readConstraints = ({ ownerUrl }: Target) =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) || convalidated AS hold FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
       UNION ALL SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT relname || relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace
       UNION ALL SELECT attrelid::regclass || attname || attacl::text FROM pg_attribute WHERE attacl IS NOT NULL
       ORDER BY 1`,
    );
    return rows.map(({ hold }) => hold);
  });

test("a backup restored elsewhere equals what it was made of: rows, jobs, numbers, references, triggers and rights", async () => {
  const target = await makeTarget();
  const before = await readConstraints(target);
  const { tables, rows, jobs, digest } = await rebuild(taken.file, target);
  expect({ rows, jobs, digest }).toEqual({ rows: taken.rows, jobs: 4, digest: taken.digest });
  expect(rows).toBeGreaterThan(3_000);
  expect(tables).toBe((await listLines(taken.file)).filter((line) => line.startsWith('#{"table"')).length);

  expect(await readConstraints(target)).toEqual(before);
  const again = await createBackup(target.appUrl, folder);
  const [was, is] = [await listLines(taken.file), await listLines(again.file)];
  expect(is.slice(1)).toEqual(was.slice(1));
  const sayings = [was[0], is[0]].map((line) => ({ ...JSON.parse(line?.slice(1) ?? ""), takenAt: "", heads: [] }));
  expect(sayings[1]).toEqual(sayings[0]);
});

test("in the restored database numbers go on, and history is as locked as before", async () => {
  const target = await makeTarget();
  await rebuild(taken.file, target);
  await withClient(target.appUrl, async (client) => {
    const told = await client.query("SELECT record_activity(now(), 'x', NULL, false, 's', '{}', 'x') AS id");
    expect(BigInt(told.rows[0].id)).toBeGreaterThan(BigInt(taken.opening.record.id));
    const { rows } = await client.query(
      "SELECT max(id) AS last, (graphile_worker.add_job('sweep')).id FROM graphile_worker.jobs",
    );
    expect(BigInt(rows[0].id)).toBeGreaterThan(BigInt(rows[0].last));
    await expect(client.query(`DELETE FROM "Activity"`)).rejects.toMatchObject({ code: "42501" });
  });
  await withClient(target.ownerUrl, async (client) => {
    await expect(client.query(`UPDATE "PositionStep" SET "note" = ''`)).rejects.toMatchObject({ code: "23000" });
  });
});

test("a copy for looking at takes no work along", async () => {
  const target = await makeTarget();
  expect(await rebuild(taken.file, target, { withoutJobs: true })).toMatchObject({ jobs: 0 });
  await withClient(target.appUrl, async (client) => {
    expect((await client.query("SELECT FROM graphile_worker.jobs")).rowCount).toBe(0);
  });
});

test("a database that holds anything is left alone", async () => {
  const target = await makeTarget();
  await rebuild(taken.file, target);
  const before = await createBackup(target.appUrl, folder);
  await expect(rebuild(taken.file, target)).rejects.toThrow("is not empty");
  const after = await createBackup(target.appUrl, folder);
  expect((await listLines(after.file)).slice(1)).toEqual((await listLines(before.file)).slice(1));
});

test("an empty database of another schema is brought to the backup's first", async () => {
  const target = await makeTarget();
  await withClient(target.ownerUrl, (client) =>
    client.query(`CREATE TYPE fish AS ENUM ('carp'); CREATE TABLE pond (id int PRIMARY KEY, fish fish);
      CREATE COLLATION carps (provider = icu, locale = 'fr');
      CREATE FUNCTION feed(fish) RETURNS int LANGUAGE sql AS 'SELECT 1';
      INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_pond', now())`),
  );
  await rebuild(taken.file, target);
  await withClient(target.ownerUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT to_regclass('pond') AS pond, to_regtype('fish') AS fish, to_regproc('feed') AS feed, to_regcollation('carps') AS carps",
    );
    expect(rows).toEqual([{ pond: null, fish: null, feed: null, carps: null }]);
  });
});

const pass = (line: string) => [line];
const isEnd = (line: string) => line.startsWith('#{"end"');

test.each<[string, RegExp, (line: string, table: string) => string[]]>([
  [
    "a word changed",
    /Table Person: its \d+ rows are not those/,
    (line, table) => (table === "Person" ? [line.replace("rep.red-cedar", "rep.other")] : [line]),
  ],
  [
    "a row left out",
    /Table PositionStep: \d+ rows were written, \d+ came back/,
    (line, table) => (table === "PositionStep" && line.includes('","1","drafted"') && line < '["2' ? [] : [line]),
  ],
  [
    "a person left out, its table sealed anew",
    /violates foreign key constraint/,
    (line, table) => (table === "Person" && (line.includes("rep.red-cedar") || isEnd(line)) ? [] : [line]),
  ],
  [
    "the record retold, its table sealed anew",
    /The record's chain breaks at row \d+/,
    (line, table) =>
      table === "Activity"
        ? isEnd(line)
          ? []
          : [line.replace("demonstration.loaded", "demonstration.removed")]
        : [line],
  ],
  [
    "the record's last row left out, its table sealed anew",
    /The record had come to row \d+, and ends elsewhere/,
    (line, table) => (table === "Activity" && (line.includes(taken.opening.record.hash) || isEnd(line)) ? [] : [line]),
  ],
  ["a table left out", /Table RateWindow is missing/, (line, table) => (table === "RateWindow" ? [] : [line])],
  [
    "a migration of the future",
    /migration 2999_x, which this copy does not/,
    (line) => [line.replace('"migrations":[', `"migrations":[{"name":"2999_x","checksum":"${"0".repeat(64)}"},`)],
  ],
  ["another format", /is of format 9/, (line) => [line.replace('"format":2', '"format":9')]],
])("what was forged is found by its first difference, and nothing is kept: %s", async (_, said, change) => {
  const target = await makeTarget();
  const file = await forge(taken.file, folder, change);
  await expect(rebuild(file, target)).rejects.toThrow(said);
  await rebuild(await forge(taken.file, folder, pass), target);
});

test("where only a server of somebody else's is at hand, a database beside it serves and goes", async () => {
  const { superUrl } = inject("database");
  const target = await makeTarget();
  const beside = await createTemporaryDatabase({ ownerUrl: superUrl, appUrl: target.appUrl });
  expect(await rebuild(taken.file, beside)).toMatchObject({ rows: taken.rows });
  await beside.close();
  await withClient(superUrl, async (client) => {
    expect((await client.query("SELECT FROM pg_database WHERE datname LIKE 'concerted_verify%'")).rowCount).toBe(0);
  });
  await expect(createTemporaryDatabase(target)).rejects.toThrow("CREATEDB");
});
