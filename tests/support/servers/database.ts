import path from "node:path";
import { app, owner } from "@/bin/host/postgres/role-names.mjs";
import { addressFor, withClient } from "@/bin/host/postgres/roles.mjs";

const root = path.resolve(import.meta.dirname, "../../..");
const template = "template_concerted";

/** The two addresses a database is used by: what the running app may do, and who owns the tables. */
export type Addresses = { url: string; ownerUrl: string };

export type Database = Addresses & {
  superUrl: string;
  /** Ends the server as a failing machine would (kill -9), and starts it again where it was. */
  crash: () => Promise<void>;
  /** Other processes and folders that are to go when this does, whatever ends the run. */
  guard: { watch: (pid: number) => void; remove: (folder: string) => void };
  stop: () => Promise<void>;
};

/** A PostgreSQL of its own with the schema applied, to be cloned. `durable` keeps fsync, for tests that kill it. */
export async function startDatabase(options: { durable?: boolean } = {}): Promise<Database> {
  // Imported here, because every test file loads this module only to clone.
  const { startTemporary } = await import("@/bin/host/postgres/temporary.mjs");
  const { migrate } = await import("@/bin/server/migrate.mjs");
  const server = await startTemporary({ root, ...options });
  const url = server.urlFor(template, app);
  const ownerUrl = server.urlFor(template, owner);
  try {
    await server.makeDatabase(template);
    await migrate({ ownerUrl, appUrl: url });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url, ownerUrl, superUrl: server.superUrl, crash: server.crash, guard: server.guard, stop: server.stop };
}

/** A fresh copy of the schema, and whatever else the template holds, for one test file or one journey. */
export async function cloneDatabase(from: Addresses & { superUrl: string }, name: string): Promise<Addresses> {
  await withClient(from.superUrl, async (client) => {
    const copy = client.escapeIdentifier(name);
    await client.query(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${template} STRATEGY file_copy OWNER ${owner}`);
    await client.query(`REVOKE ALL ON DATABASE ${copy} FROM PUBLIC; GRANT CONNECT ON DATABASE ${copy} TO ${app}`);
  });
  return { url: addressFor(from.url, { database: name }), ownerUrl: addressFor(from.ownerUrl, { database: name }) };
}
