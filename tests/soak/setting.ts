import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { addressFor } from "../../bin/host/postgres/roles.mjs";
import { liftedLimits } from "../support/lifted-limits";
import { cloneDatabase, type Database, startDatabase } from "../support/servers/database";
import { type Chance, seedChance } from "./chance";
import type { NodeKind } from "./node-process";
import { root } from "./process";
import { makeWorld, type World } from "./world";

/** What one fault is tried on: a database of its own with a small world in it, on a server that keeps its promises. */
export type Setting = {
  chance: Chance;
  rounds: number;
  kind: NodeKind;
  server: Database;
  /** What a node or a worker is told. */
  env: Record<string, string>;
  ownerUrl: string;
  world: World;
  watch: (pid: number) => void;
  /** Where the nodes write what they have to say. */
  log: string;
  /** Asks the database directly, past the app and past every fault. */
  ask: <T extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<T[]>;
  /** Whatever was started is stopped in the end, last begun first. */
  finally: (work: () => unknown) => void;
};

export type SoakOptions = { rounds: number; seed: number; kind: NodeKind };

/** A PostgreSQL server with fsync on, and the small world that every database made on it begins with. */
export type DurableServer = Database & { world: World };

export async function startDurable(): Promise<DurableServer> {
  const server = await startDatabase({ durable: true });
  try {
    const env = envFor(server.url, os.tmpdir());
    return { ...server, world: await makeWorld({ env, watch: server.guard.watch }) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Runs a fault in a setting of its own, and clears it away whatever becomes of it. */
export async function inSetting<T>(
  { server, name, choice }: { server: DurableServer; name: string; choice: SoakOptions },
  work: (setting: Setting) => Promise<T>,
): Promise<T> {
  const database = `soak_${name.replaceAll("-", "_")}`;
  const { url, ownerUrl } = await cloneDatabase(server, database);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "concerted-soak-"));
  server.guard.remove(dataDir);
  const env = envFor(url, dataDir);
  const log = path.join(root, ".artifacts", `soak-${name}.log`);
  mkdirSync(path.dirname(log), { recursive: true });
  rmSync(log, { force: true });
  const superUrl = addressFor(server.superUrl, { database });
  const undone: (() => unknown)[] = [];
  try {
    return await work({
      chance: seedChance(choice.seed),
      rounds: choice.rounds,
      kind: choice.kind,
      server,
      env,
      ownerUrl,
      world: server.world,
      watch: server.guard.watch,
      log,
      ask: (sql, values) => ask(superUrl, sql, values),
      finally: (undo) => void undone.unshift(undo),
    });
  } finally {
    for (const undo of undone) await undo();
  }
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The limits on haste are lifted: what is tried here is another thing. */
const envFor = (url: string, dataDir: string) => ({
  NODE_ENV: "production",
  APP_ORIGIN: "",
  HOST: "127.0.0.1",
  AUTH_SECRET: "a-secret-that-only-the-soak-knows-of-0123456789",
  CONCERTED_DATA_DIR: dataDir,
  DATABASE_URL: url,
  DATABASE_OWNER_URL: "",
  SMTP_URL: "",
  LOG_LEVEL: "error",
  ...liftedLimits,
  TRUSTED_PROXIES: "127.0.0.1",
});
