import { execFileSync } from "node:child_process";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { signalGroup } from "./child-processes.mjs";
import { readRuntime, runtimeFile } from "./data-directory.mjs";
import { UserError } from "./user-error.mjs";

/**
 * Identifies a process by pid, start time and boot: the system gives a pid alone to another process later. Null when
 * there is none.
 */
export function identifyProcess(pid) {
  try {
    if (process.platform === "linux") {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return fields[0] === "Z" ? null : `${pid} ${fields[19]} ${boot}`;
    }
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return started ? `${pid} ${started}` : null;
  } catch {
    return null;
  }
}

/** The words a process was started with. */
export function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

const isAlive = (identity) => Boolean(identity) && identifyProcess(Number.parseInt(identity, 10)) === identity;

/** Takes the folder for this process. Two that come at once: one gets it, the other is told. */
export function acquireLock(folder) {
  const file = path.join(folder, "running");
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, identifyProcess(process.pid) ?? "");
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (link(mine, file)) return () => rmSync(file, { force: true });
      const holder = readOwner(file);
      if (isAlive(holder)) throw new UserError(alreadyRunning(folder, holder));
      clear(file, `${mine}.stale`, holder);
    }
    throw new UserError("Several starts at once in this folder. Run one again.");
  } finally {
    rmSync(mine, { force: true });
  }
}

const readOwner = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** Another start may have cleared and taken it since we looked: then it is theirs, and goes back. */
function clear(file, aside, holder) {
  if (!existsSync(file)) return;
  renameSync(file, aside);
  if (readFileSync(aside, "utf8") !== holder) link(aside, file);
  rmSync(aside, { force: true });
}

/** A hard link is made or refused in one go, with its content already there. */
function link(mine, file) {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Whether a living process has the folder. */
export function isLocked(folder) {
  return isAlive(readOwner(path.join(folder, "running")));
}

function alreadyRunning(folder, holder) {
  const origin = readRuntime(folder)?.origin;
  return `Concerted is already running in this folder (process ${Number.parseInt(holder, 10)}${origin ? `, ${origin}` : ""}).`;
}

/** After a kill -9, our servers may outlive us. Only those that are ours beyond doubt are stopped. */
export async function stopOrphans(folder) {
  const left = Object.entries(readRuntime(folder)?.pids ?? {}).filter(([, identity]) => isAlive(identity));
  for (const [name, identity] of left) {
    signalGroup(Number.parseInt(identity, 10), name === "postgres" ? "SIGINT" : "SIGTERM");
  }
  await Promise.all(left.map(([name, identity]) => untilGone(identity, name === "postgres" ? "SIGQUIT" : "SIGKILL")));
  rmSync(runtimeFile(folder), { force: true });
  return left.map(([name]) => name);
}

/** Waits for the end of a process; after five seconds not only politely. */
export async function untilGone(identity, harder) {
  for (let waited = 0; isAlive(identity); waited += 50) {
    if (waited === 5_000) signalGroup(Number.parseInt(identity, 10), harder);
    if (waited === 15_000)
      throw new UserError(`Process ${Number.parseInt(identity, 10)} of an earlier run does not end.`);
    await pause(50);
  }
}
