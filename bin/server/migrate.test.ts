import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { cloneDatabase } from "@/tests/support/servers/database";
import { withClient } from "../host/postgres/roles.mjs";
import { migrate } from "./migrate.mjs";

const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-migrations-"));
const real = path.join(import.meta.dirname, "../../prisma/migrations");
let addresses: { ownerUrl: string; appUrl: string; migrations: string };

afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(real, folder, { recursive: true });
  const { url, ownerUrl } = await cloneDatabase(inject("database"), `migrate_${process.pid}`);
  addresses = { ownerUrl, appUrl: url, migrations: folder };
});

function write(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

const tables = (like: string) =>
  withClient(addresses.ownerUrl, async (client) => {
    const { rows } = await client.query("SELECT relname FROM pg_class WHERE relname LIKE $1 AND relkind = 'r'", [like]);
    return rows.map(({ relname }) => relname);
  });

test("a second run applies nothing", async () => {
  expect(await migrate(addresses)).toEqual([]);
});

test("a new migration is applied once and noted as Prisma would", async () => {
  write("29990101000000_pond", "CREATE TABLE pond (id int); CREATE TABLE pond_fish (id int);");
  expect(await migrate(addresses)).toEqual(["29990101000000_pond"]);
  expect(await migrate(addresses)).toEqual([]);
  const sql = "SELECT * FROM _prisma_migrations WHERE migration_name LIKE '%pond'";
  const row = await withClient(addresses.ownerUrl, async (client) => (await client.query(sql)).rows[0]);
  const words = "CREATE TABLE pond (id int); CREATE TABLE pond_fish (id int);";
  expect(row).toMatchObject({ checksum: createHash("sha256").update(words).digest("hex"), applied_steps_count: 1 });
  expect(row.finished_at).toBeInstanceOf(Date);
});

test("two runs at once apply it once", async () => {
  write("29990101000000_pond", "SELECT pg_sleep(0.2); CREATE TABLE pond (id int);");
  const applied = await Promise.all([migrate(addresses), migrate(addresses), migrate(addresses)]);
  expect(applied.flat()).toEqual(["29990101000000_pond"]);
});

test("a migration that breaks midway leaves nothing behind, and its predecessor stays", async () => {
  write("29990101000000_pond", "CREATE TABLE pond (id int);");
  write("29990102000000_broken", "CREATE TABLE pond_half (id int);\nSELECT nonsense;");
  await expect(migrate(addresses)).rejects.toThrow(/29990102000000_broken failed.*line 2/);
  expect(await tables("pond%")).toEqual(["pond"]);
});

test("a run killed midway leaves nothing behind, and the next one finishes", async () => {
  const words =
    "CREATE TABLE pond (id int); SELECT pg_sleep(CASE WHEN current_setting('pond.slow', true) = 'no' THEN 0 ELSE 60 END);";
  write("29990101000000_pond", words);
  const killed = expect(migrate(addresses)).rejects.toThrow();
  const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = 'migrate_${process.pid}' AND wait_event = 'PgSleep'`;
  await withClient(inject("database").superUrl, (client) =>
    expect.poll(async () => (await client.query(kill)).rowCount, { timeout: 10_000 }).toBe(1),
  );
  await killed;
  expect(await tables("pond%")).toEqual([]);
  const quick = `${addresses.ownerUrl}?options=${encodeURIComponent("-c pond.slow=no")}`;
  expect(await migrate({ ...addresses, ownerUrl: quick })).toEqual(["29990101000000_pond"]);
});

test("an applied migration that was changed is refused", async () => {
  write("29990101000000_pond", "CREATE TABLE pond (id int);");
  await migrate(addresses);
  write("29990101000000_pond", "CREATE TABLE pond (id bigint);");
  await expect(migrate(addresses)).rejects.toThrow(/29990101000000_pond was changed after it was applied/);
});

test("a database that is ahead of this copy is refused", async () => {
  write("29990101000000_pond", "CREATE TABLE pond (id int);");
  await migrate(addresses);
  rmSync(path.join(folder, "29990101000000_pond"), { recursive: true });
  await expect(migrate(addresses)).rejects.toThrow(/newer version/);
});

test("a migration may not end its own transaction", async () => {
  write("29990101000000_pond", "COMMIT; CREATE TABLE pond (id int);");
  await expect(migrate(addresses)).rejects.toThrow(/ends the transaction/);
});

test("another role than the queue's owner is told so", async () => {
  const asOwner = { ...addresses, appUrl: addresses.ownerUrl };
  await expect(migrate(asOwner)).rejects.toThrow(/queue in this database belongs to concerted_app/);
});

test("the app uses the tables and the queue, and changes neither the tables nor their history", async () => {
  await withClient(addresses.appUrl, async (client) => {
    await client.query(`SELECT count(*) FROM "Theme"`);
    await client.query("SELECT graphile_worker.add_job('nothing')");
    for (const sql of [
      "CREATE TABLE pond (id int)",
      "CREATE SCHEMA pond",
      `DROP TABLE "Theme"`,
      `ALTER TABLE "Theme" ADD COLUMN pond int`,
      "DELETE FROM _prisma_migrations",
    ]) {
      await expect(client.query(sql), sql).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});

test("an order that a newer PostgreSQL brings is noted, and what was built by the older one is built again", async () => {
  const indexes = () =>
    withClient(addresses.ownerUrl, async (client) => {
      const { rows } = await client.query(
        "SELECT relfilenode AS file FROM pg_class WHERE relname LIKE 'Organization_name%_slug_idx'",
      );
      return rows.map(({ file }) => file);
    });
  const versions = () =>
    withClient(addresses.ownerUrl, async (client) => {
      const { rows } = await client.query(
        "SELECT collname, collversion = pg_collation_actual_version(oid) AS current FROM pg_collation WHERE collname LIKE 'in\\_%' ORDER BY 1",
      );
      return rows;
    });
  const current = ["in_english", "in_french"].map((collname) => ({ collname, current: true }));
  const before = await indexes();
  expect(before).toHaveLength(2);
  await migrate(addresses);
  expect([await versions(), await indexes()]).toEqual([current, before]);
  const { pathname } = new URL(addresses.ownerUrl);
  await withClient(Object.assign(new URL(inject("database").superUrl), { pathname }).href, (client) =>
    client.query("UPDATE pg_collation SET collversion = '0' WHERE collname LIKE 'in\\_%'"),
  );
  await migrate(addresses);
  expect(await versions()).toEqual(current);
  for (const file of await indexes()) expect(before).not.toContain(file);
});
