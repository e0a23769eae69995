import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Client } from "pg";
import { withClient } from "@/bin/host/postgres/roles.mjs";
import { UserError } from "@/bin/host/user-error.mjs";
import { migrate } from "@/bin/server/migrate.mjs";
import { readMigrations } from "@/bin/server/migrations.mjs";
import type { Opening } from "./format";
import { readTables } from "./tables";

/** A database by the two addresses it is used by. */
export type Target = { ownerUrl: string; appUrl: string };

const folder = path.resolve(import.meta.dirname, "../../../prisma/migrations");

/** Migrates an empty database to the schema the backup was made with, be it an older one. */
export async function prepareTarget(target: Target, { migrations }: Opening) {
  mustBeKnown(migrations);
  const there = await withClient(target.ownerUrl, async (client) => {
    await mustBeEmpty(client);
    return readHistory(client);
  });
  if (JSON.stringify(there) === JSON.stringify(migrations.map(({ name }) => name))) return;
  await withClient(target.ownerUrl, clear);
  await migrateTo(
    target,
    migrations.map(({ name }) => name),
  );
}

function mustBeKnown(migrations: Opening["migrations"]) {
  const known = new Map(readMigrations(folder).map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of migrations) {
    if (!known.has(name))
      throw new UserError(`The backup has migration ${name}, which this copy does not: a newer version made it.`);
    if (known.get(name) !== checksum) throw new UserError(`Migration ${name} is not the one the backup was made with.`);
  }
}

/** The one row that the migrations insert says nothing yet while its kind is undecided. */
export async function mustBeEmpty(client: Client) {
  for (const { name, source } of await readTables(client)) {
    const said = name === "Network" ? `"kind" <> 'undecided'` : "true";
    const { rows } = await client.query(`SELECT EXISTS (SELECT FROM ${source} WHERE ${said}) AS found`);
    if (rows[0]?.found)
      throw new UserError(`The database is not empty (${name}): a backup is restored into an empty one.`);
  }
}

async function readHistory(client: Client): Promise<string[]> {
  const { rows } = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
  if (!rows[0]?.there) return [];
  const { rows: applied } = await client.query(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY 1",
  );
  return applied.map(({ name }) => name);
}

/** Drops all that migrations made. What belongs to an extension stays: only a superuser could bring it back. */
async function clear(client: Client) {
  const { rows } = await client.query<{ statement: string }>(`
    SELECT format('DROP TABLE IF EXISTS %I.%I CASCADE', 'public', relname) AS statement FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND ${isOurs("pg_class")}
    UNION ALL SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure) FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND ${isOurs("pg_proc")}
    UNION ALL SELECT format('DROP TYPE IF EXISTS %I.%I CASCADE', 'public', typname) FROM pg_type
      WHERE typnamespace = 'public'::regnamespace AND typtype = 'e' AND ${isOurs("pg_type")}
    UNION ALL SELECT format('DROP COLLATION IF EXISTS %I.%I CASCADE', 'public', collname) FROM pg_collation
      WHERE collnamespace = 'public'::regnamespace AND ${isOurs("pg_collation")}`);
  await client.query(["BEGIN", ...rows.map(({ statement }) => statement), "COMMIT"].join("; "));
}

const isOurs = (catalog: string) =>
  `NOT EXISTS (SELECT FROM pg_depend WHERE classid = '${catalog}'::regclass AND objid = ${catalog}.oid AND deptype = 'e')`;

/** Applies these migrations and no others. Rights come with the newest schema alone, so they wait. */
async function migrateTo({ ownerUrl, appUrl }: Target, names: string[]) {
  const some = mkdtempSync(path.join(os.tmpdir(), "concerted-migrations-"));
  try {
    for (const name of names) cpSync(path.join(folder, name), path.join(some, name), { recursive: true });
    await migrate({ ownerUrl, appUrl, migrations: some, grants: path.join(some, "none") });
  } finally {
    rmSync(some, { recursive: true });
  }
}
