import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { openDataDirectory, openLog, readSecrets, runtimeFile, writeAtomically } from "../../host/data-directory.mjs";
import { acquireLock, identifyProcess, stopOrphans } from "../../host/process-lock.mjs";
import { makeShutdown } from "../../host/shutdown.mjs";
import { loadContent } from "./content.mjs";
import { environmentFor } from "./environment.mjs";
import { mustBeFree, readAddress } from "./port.mjs";
import { prepare } from "./prepare.mjs";
import { makeReporter } from "./report.mjs";

const root = path.resolve(import.meta.dirname, "../../..");

/** From a fresh checkout to a page in a browser, and back to nothing running. */
export function start(args) {
  const leave = makeShutdown();
  leave.during(() => startAll({ dev: args.includes("--dev"), leave }));
}

async function startAll({ dev, leave }) {
  const { print: say, step } = makeReporter({ isLeaving: leave.isLeaving });
  if (existsSync(path.join(root, ".env"))) process.loadEnvFile(path.join(root, ".env"));
  const address = readAddress(process.env);
  const folder = openDataDirectory(root);
  leave.first(acquireLock(folder));
  leave.first(() => rmSync(runtimeFile(folder), { force: true }));
  const orphans = await stopOrphans(folder);
  if (orphans.length) say(`Stopped what an earlier run left behind: ${orphans.join(", ")}.`);
  await mustBeFree(address);
  await prepare({ root, step, pages: !dev });

  const runtime = keepRuntime(folder, {
    root,
    port: address.port,
    origin: address.origin,
    serves: dev ? "sources" : "pages",
  });
  const { database, env } = await startDatabase({ dev, address, folder, leave, runtime, say, step });
  const { keepWeb, keepWorker } = await import("./serve.mjs");
  const { print, place } = openLog(folder);
  const serving = { root, env, undo: leave.undo, print };
  const { gaveUp } = await step("web server", () =>
    keepWeb({ ...serving, address, say, onStart: (pid) => runtime.mark("web", pid) }),
  );
  gaveUp.then((reason) => leave(1, reason));
  keepWorker({ ...serving, say, onStart: (pid) => runtime.mark("worker", pid) });
  const { describeAddress } = await import("./print-address.mjs");
  say(await describeAddress({ origin: address.origin, url: database.url, place }));
}

/** The database with its schema and its content; its modules exist only once the packages do. */
async function startDatabase({ dev, address, folder, leave, runtime, say, step }) {
  const { migrate } = await import("../../server/migrate.mjs");
  const { keepDatabase } = await import("./keep-database.mjs");
  const secrets = readSecrets(folder);
  const database = await step("database", (note) =>
    keepDatabase({ root, folder, secrets, leave, say, note, onStart: (pid) => runtime.mark("postgres", pid) }),
  );
  await step("migrations", async (better) => {
    const applied = await migrate({ ownerUrl: database.ownerUrl, appUrl: database.url });
    better(applied.length ? `migrations applied: ${applied.length}` : "migrations: nothing new");
  });
  const env = environmentFor({ dev, address, folder, secrets, database });
  await step("content", async (better) => better(`content: ${await loadContent({ root, folder, env, database })}`));
  runtime.add({ databaseUrl: database.url, ownerUrl: database.ownerUrl });
  return { database, env };
}

/** What runs right now, noted before it can be forgotten: after a kill -9 the next start reads it. */
function keepRuntime(folder, facts) {
  let known = { ...facts, pids: {} };
  const add = (more) => {
    known = { ...known, ...more };
    writeAtomically(runtimeFile(folder), known);
  };
  return { add, mark: (name, pid) => add({ pids: { ...known.pids, [name]: identifyProcess(pid) } }) };
}
