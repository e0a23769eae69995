import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../host/user-error.mjs";
import { addDigests, noteFaults } from "./digests.mjs";

/** Prisma's own table, column by column, so that `prisma migrate deploy` stays possible. */
const table = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** What the folder holds, in the order of its names. */
export function readMigrations(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
}

/** Applies what is missing; the caller holds the lock. Says the names of those it applied. */
export async function applyMigrations(client, migrations) {
  if (!(await hasTable(client))) await client.query(table);
  checkHistory(migrations, await readApplied(client));
  const done = new Set((await readApplied(client)).map((row) => row.name));
  const missing = migrations.filter(({ name }) => !done.has(name));
  const verified = missing.length > 0 ? await noteFaults(client) : null;
  for (const migration of missing) await apply(client, migration, verified);
  compare(migrations, await readApplied(client));
  return missing.map(({ name }) => name);
}

const hasTable = async (client) =>
  (await client.query("SELECT to_regclass('public._prisma_migrations') AS found")).rows[0].found !== null;

async function readApplied(client) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM public._prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** The database never follows a history that was rewritten, half-applied, or is newer than this copy. */
function checkHistory(migrations, applied) {
  const folder = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    if (!finished)
      throw new UserError(`Migration ${name} began and did not finish. Repair the database, then start again.`);
    const known = folder.get(name);
    if (!known)
      throw new UserError(
        `The database has migration ${name}, which this copy does not: it was used by a newer version.`,
      );
    if (known.checksum !== checksum) {
      throw new UserError(
        `Migration ${name} was changed after it was applied. Put its file back and write a new migration instead.`,
      );
    }
  }
}

/** Words, what the record says of the rows they changed, and bookkeeping in one transaction: killed midway, nothing of it happened. */
async function apply(client, { name, sql, checksum }, verified) {
  const transaction = async () => (await client.query("SELECT txid_current() AS id")).rows[0].id;
  await client.query("BEGIN");
  try {
    const before = await transaction();
    await client.query(sql);
    if ((await transaction()) !== before) throw new UserError("it ends the transaction it runs in");
    await addDigests(client, verified);
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    if (error.code === "53100") throw error;
    throw new UserError(`Migration ${name} failed, nothing of it was kept: ${error.message}${lineOf(sql, error)}`);
  }
}

const lineOf = (sql, { position }) => (position ? ` (line ${sql.slice(0, Number(position)).split("\n").length})` : "");

function compare(migrations, applied) {
  const [folder, rows] = [migrations, applied].map((list) => list.map(({ name }) => name).join());
  if (folder !== rows) throw new UserError("After migrating, the database and prisma/migrations do not agree.");
}
