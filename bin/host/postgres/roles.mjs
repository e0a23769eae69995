import pg from "pg";
import { app, owner } from "./role-names.mjs";

/**
 * Works on a connection of its own.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The same address with another role, password or database.
 * @param {string} url
 * @param {{ role?: string, password?: string, database?: string }} change
 */
export function addressFor(url, { role, password, database }) {
  const address = new URL(url);
  if (role) address.username = role;
  if (password) address.password = encodeURIComponent(password);
  if (database) address.pathname = `/${database}`;
  return address.href;
}

/**
 * Makes the two roles, with the passwords given, on a cluster of our own.
 * @param {string} superUrl
 * @param {Record<string, string>} passwords
 */
export async function makeRoles(superUrl, passwords) {
  await withClient(superUrl, async (client) => {
    for (const role of [owner, app]) {
      const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
      if (!rowCount) await client.query(`CREATE ROLE ${role} LOGIN`);
      await client.query(`ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(passwords[role])}`);
    }
  });
}

/** Makes a database that the owner owns and the app may enter, with the extensions only a superuser may add. */
export async function makeDatabase(superUrl, database) {
  await withClient(superUrl, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    const name = client.escapeIdentifier(database);
    if (!rowCount) await client.query(`CREATE DATABASE ${name} OWNER ${owner}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO ${app}`);
  });
  await withClient(addressFor(superUrl, { database }), (client) =>
    client.query(`
      SET client_min_messages = error;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS pgcrypto;
      ALTER SCHEMA public OWNER TO ${owner}`),
  );
}
