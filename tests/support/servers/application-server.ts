import { createWriteStream, mkdirSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { keepWorker, startWeb } from "@/bin/dev/steps/serve.mjs";
import { mustRun, scriptCommand } from "@/bin/host/child-processes.mjs";
import { makeCleanupStack } from "@/bin/host/cleanup-stack.mjs";
import { freePort } from "@/bin/host/postgres/cluster.mjs";
import { app, owner } from "@/bin/host/postgres/role-names.mjs";
import { addressFor } from "@/bin/host/postgres/roles.mjs";
import { startTemporary } from "@/bin/host/postgres/temporary.mjs";
import { migrate } from "@/bin/server/migrate.mjs";
import { liftedLimits } from "../lifted-limits";

const root = path.resolve(import.meta.dirname, "../../..");

export type RunningServer = {
  origin: string;
  env: Record<string, string>;
  /** The database as its superuser reaches it. */
  superUrl: string;
  stop: () => Promise<void>;
};

type ServerOptions = {
  /** What the web server is told beyond what every one is. */
  settings?: Record<string, string>;
  /** The line on which the web server reaches its database, where it is not the straight one. */
  reachDatabase?: (url: string) => Promise<{ url: string; stop: () => Promise<void> }>;
};

/**
 * The built product on a database of its own with the content loaded, as a newcomer gets it, for one run. What it prints is
 * in `.artifacts`, under the name of the log.
 */
export async function startServer(log = "server.log", choice: ServerOptions = {}): Promise<RunningServer> {
  const undo = makeCleanupStack();
  try {
    return await startAll(undo, log, choice);
  } catch (error) {
    await undo.all();
    throw error;
  }
}

async function startAll(
  undo: ReturnType<typeof makeCleanupStack>,
  logName: string,
  { settings, reachDatabase }: ServerOptions,
): Promise<RunningServer> {
  const database = await startTemporary({ root });
  undo.first(database.stop);
  await database.makeDatabase("concerted");
  const [url, ownerUrl] = [database.urlFor("concerted", app), database.urlFor("concerted", owner)];
  await migrate({ ownerUrl, appUrl: url });

  const dataDir = mkdtempSync(path.join(os.tmpdir(), "concerted-e2e-"));
  database.guard.remove(dataDir);
  const port = await freePort();
  const env = {
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    AUTH_SECRET: "a-secret-that-only-the-journeys-know-of-0123456789",
    CONCERTED_DATA_DIR: dataDir,
    DATABASE_URL: url,
    EMBEDDED: "1",
  };
  await mustRun(scriptCommand("bin/server/content.ts", "first-run"), { cwd: root, env });

  mkdirSync(path.join(root, ".artifacts"), { recursive: true });
  const log = createWriteStream(path.join(root, ".artifacts", logName));
  const print = (chunk: string | Buffer) => void log.write(chunk);
  const serving = { root, env, undo, print, onStart: (pid: number) => database.guard.watch(pid) };
  const line = await reachDatabase?.(url);
  if (line) undo.first(line.stop);
  // All who call it do so from one machine.
  const web = { ...env, ...liftedLimits, ...settings, ...(line && { DATABASE_URL: line.url }) };
  await startWeb({ ...serving, env: web, address: { host: "127.0.0.1", port } });
  void keepWorker({ ...serving, say: print });
  const superUrl = addressFor(database.superUrl, { database: "concerted" });
  return {
    origin: `http://localhost:${port}`,
    env: { ...env, DATABASE_OWNER_URL: ownerUrl },
    superUrl,
    stop: undo.all,
  };
}
