import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { quietEnvironment, scriptCommand } from "../../host/child-processes.mjs";
import { openDataDirectory, readRuntime, readSecrets } from "../../host/data-directory.mjs";
import { acquireLock, isLocked, stopOrphans } from "../../host/process-lock.mjs";
import { makeShutdown } from "../../host/shutdown.mjs";
import { UserError } from "../../host/user-error.mjs";
import { environmentFor } from "./environment.mjs";
import { readAddress } from "./port.mjs";
import { prepare } from "./prepare.mjs";
import { makeReporter } from "./report.mjs";

const root = path.resolve(import.meta.dirname, "../../..");

/** Runs one of the project's commands on its database: the running one, or for the time of the command our own. */
export function runCommand([name, ...args]) {
  const leave = makeShutdown();
  leave.during(async () => {
    if (!name || !existsSync(path.join(root, "bin", "cli", `${name}.ts`)))
      throw new UserError("Say which command to run, as the scripts in package.json do.");
    const code = await runWithDatabase(name, args, leave);
    void leave(code);
  }, 130);
}

async function runWithDatabase(name, args, leave) {
  if (existsSync(path.join(root, ".env"))) process.loadEnvFile(path.join(root, ".env"));
  const folder = openDataDirectory(root);
  const address = readAddress(process.env);
  const running = process.env.DATABASE_URL ? null : await findRunning(folder);
  if (!running) {
    if (!process.env.DATABASE_URL) leave.first(acquireLock(folder));
    if (!process.env.DATABASE_URL) await stopOrphans(folder);
    await prepare({
      root,
      pages: false,
      step: makeReporter({ stream: process.stderr, isLeaving: leave.isLeaving }).step,
    });
  }
  const secrets = readSecrets(folder);
  const database = running ?? (await openOwnDatabase({ folder, secrets, leave }));
  const at = running ? { ...address, origin: running.origin, port: running.port } : address;
  const env = environmentFor({ address: at, folder, secrets, database });
  return passOn(scriptCommand(`bin/cli/${name}.ts`, ...args), { ...env, DATABASE_OWNER_URL: database.ownerUrl }, leave);
}

/** The instance that runs in this folder; one that is just starting, or another command at work, is waited for. */
async function findRunning(folder) {
  for (const deadline = Date.now() + 120_000; isLocked(folder); await pause(200)) {
    const runtime = readRuntime(folder);
    if (runtime?.databaseUrl) return { ...runtime, url: runtime.databaseUrl };
    if (Date.now() > deadline)
      throw new UserError(
        "Concerted has been starting in this folder for two minutes. Run this again when it is there.",
      );
  }
  return null;
}

async function openOwnDatabase({ folder, secrets, leave }) {
  const { openDatabase } = await import("./database.mjs");
  const { migrate } = await import("../../server/migrate.mjs");
  const onSpawn = ({ stop }) => leave.first(stop);
  const database = await openDatabase({ root, folder, secrets, onSpawn });
  await migrate({ ownerUrl: database.ownerUrl, appUrl: database.url });
  return database;
}

/** Its words go straight through: a token is printed alone, whatever happened before it. */
function passOn([program, ...args], env, leave) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...quietEnvironment, ...env },
      stdio: "inherit",
    });
    const ended = new Promise((gone) => child.once("exit", gone));
    leave.first(() => child.kill("SIGTERM") && ended);
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
