import { randomBytes } from "node:crypto";
import path from "node:path";
import { findBinaries } from "@/bin/host/postgres/binaries.mjs";
import { app, owner } from "@/bin/host/postgres/role-names.mjs";
import { addressFor, withClient } from "@/bin/host/postgres/roles.mjs";
import { UserError } from "@/bin/host/user-error.mjs";
import type { Target } from "./target";

const root = path.resolve(import.meta.dirname, "../../..");

export type Temporary = Target & { close: () => Promise<void> };

/** An empty database that goes when it is closed: on a server of our own, else on the one that is there. */
export async function openTemporary(there: Target): Promise<Temporary> {
  return hasOwnServer() ? startOwn() : createTemporaryDatabase(there);
}

function hasOwnServer(): boolean {
  try {
    return Boolean(findBinaries(root));
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

async function startOwn(): Promise<Temporary> {
  const { startTemporary } = await import("@/bin/host/postgres/temporary.mjs");
  const server = await startTemporary({ root });
  await server.makeDatabase("restored");
  return {
    ownerUrl: server.urlFor("restored", owner),
    appUrl: server.urlFor("restored", app),
    close: () => server.stop(),
  };
}

/** The owner has to be allowed to make databases there. The extensions are of the kind that any owner may add. */
export async function createTemporaryDatabase({ ownerUrl, appUrl }: Target): Promise<Temporary> {
  const database = `concerted_verify_${randomBytes(6).toString("hex")}`;
  const [ours, theirs] = [ownerUrl, appUrl].map((url) => addressFor(url, { database }));
  await withClient(ownerUrl, async (client) => {
    await client.query(`CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8'`).catch((error) => {
      if (error.code !== "42501") throw error;
      throw new UserError("A test restore needs a role that may make databases: ALTER ROLE … CREATEDB, for the owner.");
    });
    const role = client.escapeIdentifier(decodeURIComponent(new URL(appUrl).username));
    await client.query(
      `REVOKE ALL ON DATABASE ${database} FROM PUBLIC; GRANT CONNECT ON DATABASE ${database} TO ${role}`,
    );
  });
  const close = () =>
    withClient(ownerUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    });
  try {
    for (const name of ["pg_trgm", "unaccent", "pgcrypto"])
      await withClient(ours ?? "", (client) => client.query(`CREATE EXTENSION IF NOT EXISTS ${name}`));
  } catch (error) {
    await close();
    throw error;
  }
  return { ownerUrl: ours ?? "", appUrl: theirs ?? "", close };
}
