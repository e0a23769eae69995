import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";
import { signalGroup } from "./child-processes.mjs";
import { identifyProcess } from "./process-lock.mjs";

/**
 * A watchdog process that outlives this one and kills the processes and removes the folders it was given. Without it a
 * kill -9 of a test run leaves servers running.
 */
export function startWatchdog() {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  child.stdin.unref?.();
  child.stdin.on("error", () => {});
  return {
    watch: (pid) => child.stdin.write(`${JSON.stringify({ identity: identifyProcess(pid) })}\n`),
    remove: (folder) => child.stdin.write(`${JSON.stringify({ folder })}\n`),
    /** The work is over: whatever is left of it goes now. */
    release: () =>
      new Promise((resolve) => {
        child.ref();
        child.once("exit", resolve);
        child.stdin.end();
      }),
  };
}

async function runWatchdog() {
  const orders = [];
  for await (const line of readline.createInterface({ input: process.stdin })) orders.push(JSON.parse(line));
  for (const { identity } of orders.toReversed()) {
    const pid = Number.parseInt(identity ?? "", 10);
    if (pid && identifyProcess(pid) === identity) signalGroup(pid, "SIGKILL");
  }
  for (const { folder } of orders)
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await runWatchdog();
