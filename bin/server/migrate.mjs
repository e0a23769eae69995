import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Logger, runMigrations } from "graphile-worker";
import { withClient } from "../host/postgres/roles.mjs";
import { explainError, UserError } from "../host/user-error.mjs";
import { applyMigrations, readMigrations } from "./migrations.mjs";

const prisma = path.join(import.meta.dirname, "../../prisma");

const quiet = new Logger(() => () => {});

/** The number under which Prisma locks, so that its runner and ours wait for each other. */
const lock = 72707369;

/**
 * Brings a database to what this copy of the program expects. Two at once wait for each other; killed midway, the next
 * run continues.
 * @param {{ ownerUrl: string, appUrl: string, log?: (line: string) => void, migrations?: string, grants?: string }} options
 * @returns {Promise<string[]>} the names of the migrations applied
 */
export async function migrate({ ownerUrl, appUrl, log, migrations, grants }) {
  const list = readMigrations(migrations ?? path.join(prisma, "migrations"));
  return withClient(ownerUrl, async (client) => {
    await client.query("SET client_min_messages = warning");
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    const applied = await applyMigrations(client, list);
    for (const name of applied) log?.(`applied ${name}`);
    const role = await appRole(client, appUrl);
    if (role) await grant(client, role, grants ?? path.join(prisma, "grants.sql"));
    await makeQueue(client, role, appUrl);
    await renewOrders(client);
    return applied;
  });
}

/**
 * Names are in order by a language's rules, which a newer PostgreSQL may bring anew: an index built by the older ones would
 * then pass over rows. It is built again, and the version noted.
 */
async function renewOrders(client) {
  const { rows } = await client.query(
    `SELECT c.oid::regcollation::text AS collation, array_remove(array_agg(i.indexrelid::regclass::text), NULL) AS indexes
      FROM pg_collation c LEFT JOIN pg_index i ON c.oid = ANY (i.indcollation)
      WHERE c.collnamespace = 'public'::regnamespace AND c.collversion IS DISTINCT FROM pg_collation_actual_version(c.oid)
      GROUP BY c.oid`,
  );
  for (const { collation, indexes } of rows) {
    for (const index of indexes) await client.query(`REINDEX INDEX ${index}`);
    await client.query(`ALTER COLLATION ${collation} REFRESH VERSION`);
  }
}

/** The app's role where it is not the owner itself; then rights have to be given. */
async function appRole(client, appUrl) {
  const name = await withClient(
    appUrl,
    async (asApp) => (await asApp.query("SELECT current_user AS name")).rows[0].name,
  );
  const { rows } = await client.query("SELECT current_user AS name");
  return rows[0].name === name ? null : name;
}

/** All or nothing: taking the old rights away and giving the new ones is never seen half-way. */
async function grant(client, role, file) {
  if (!existsSync(file)) return;
  const sql = readFileSync(file, "utf8").replace(/(?<!:):app\b/g, () => client.escapeIdentifier(role));
  await client.query(`BEGIN;\n${sql}\n;COMMIT`).catch(async (error) => {
    await client.query("ROLLBACK");
    throw error;
  });
}

/** The queue's tables have row security, so the app must own them; it may make its schema, and only once. */
async function makeQueue(client, role, appUrl) {
  const { rows } = await client.query("SELECT current_database() AS database, current_user AS me");
  const { database, me } = rows[0];
  const owner = await queueOwner(client);
  if (owner && owner !== (role ?? me)) {
    throw new UserError(
      `The job queue in this database belongs to ${owner}: DATABASE_URL must be used with that role.`,
    );
  }
  const right = role && `CREATE ON DATABASE ${client.escapeIdentifier(database)}`;
  const name = role && client.escapeIdentifier(role);
  if (right && !owner) await client.query(`GRANT ${right} TO ${name}`);
  try {
    await runMigrations({ connectionString: appUrl, logger: quiet });
  } finally {
    if (right) await client.query(`REVOKE ${right} FROM ${name}`);
  }
}

/** Asked of the catalog: the owner of the database has no business inside the queue's schema. */
async function queueOwner(client) {
  const { rows } = await client.query(
    `SELECT pg_get_userbyid(c.relowner) AS owner FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'graphile_worker' AND c.relname = 'migrations'`,
  );
  return rows[0]?.owner ?? null;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const ownerUrl = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
  try {
    if (!ownerUrl) throw new UserError("Set DATABASE_OWNER_URL (and DATABASE_URL) to the database to migrate.");
    const applied = await migrate({ ownerUrl, appUrl: process.env.DATABASE_URL ?? ownerUrl, log: console.log });
    if (!applied.length) console.log("nothing to apply");
  } catch (error) {
    console.error(explainError(error));
    process.exitCode = 1;
  }
}
