import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeAtomically } from "./data-directory.mjs";
import { acquireLock, identifyProcess, isLocked, stopOrphans } from "./process-lock.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "concerted alone-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sleeper = () =>
  spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" });

test("a folder is taken by one at a time and free again afterwards", () => {
  const release = acquireLock(folder);
  expect(isLocked(folder)).toBe(true);
  expect(() => acquireLock(folder)).toThrow(/already running in this folder \(process \d+\)/);
  release();
  expect(isLocked(folder)).toBe(false);
  acquireLock(folder)();
});

test("a holder that lives no more, or whose number another process has by now, holds nothing", () => {
  for (const stale of ["999999999 1 boot", `${process.pid} 1 boot`, ""]) {
    writeFileSync(path.join(folder, "running"), stale);
    acquireLock(folder)();
    expect(existsSync(path.join(folder, "running"))).toBe(false);
  }
});

test("servers that outlived a kill -9 are stopped", async () => {
  const left = sleeper();
  const ended = new Promise((resolve) => left.once("exit", (_, signal) => resolve(signal)));
  writeAtomically(path.join(folder, "runtime.json"), { pids: { web: identifyProcess(left.pid) } });
  expect(await stopOrphans(folder)).toEqual(["web"]);
  expect(await ended).toBe("SIGTERM");
  expect(existsSync(path.join(folder, "runtime.json"))).toBe(false);
});

test("a process that only has the number of one of ours is left alone", async () => {
  const stranger = sleeper();
  writeAtomically(path.join(folder, "runtime.json"), { pids: { web: `${stranger.pid} 1 boot` } });
  expect(await stopOrphans(folder)).toEqual([]);
  expect(identifyProcess(stranger.pid)).not.toBeNull();
  stranger.kill("SIGKILL");
});
