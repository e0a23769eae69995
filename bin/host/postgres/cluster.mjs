import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { UserError } from "../user-error.mjs";
import { giveTo } from "./cluster-location.mjs";

/** Nothing of the caller's PG… variables may steer our own server. */
const environment = { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };

/** Makes the cluster's files, whole or not at all. */
export function initialise({ native, data, as, password }) {
  const half = `${data}.new`;
  const secret = `${data}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  giveTo(as, half);
  writeFileSync(secret, password, { mode: 0o400 });
  giveTo(as, secret);
  try {
    initdb({ native, half, as, secret });
    renameSync(half, data);
  } finally {
    rmSync(secret, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** Letters beyond ASCII count as letters only under a UTF-8 ctype, and its name differs between systems. */
function initdb({ native, half, as, secret }) {
  let said = "";
  for (const ctype of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    const flags = ["-D", half, "-U", "postgres", `--pwfile=${secret}`, "--auth=scram-sha-256", "--encoding=UTF8"];
    const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", `--lc-ctype=${ctype}`];
    const run = spawnSync(path.join(native, "bin", "initdb"), [...flags, ...locale, "--no-instructions"], {
      ...as,
      cwd: "/",
      env: environment,
      encoding: "utf8",
    });
    if (run.status === 0) return;
    said = `${run.stderr ?? ""}${run.error ?? ""}`.trim();
    if (!/locale/i.test(said)) break;
  }
  throw new UserError(`PostgreSQL could not make its files in ${half}: ${said.split("\n").slice(0, 3).join(" ")}`);
}

/**
 * Starts PostgreSQL on loopback and waits until it answers. In its own process group, so that a Ctrl-C meant for us
 * does not take the database away before those who use it.
 */
export async function startCluster({ native, data, as, password, port, settings = {}, logFile, onSpawn }) {
  const chosen = port ?? (await freePort());
  const all = {
    listen_addresses: "127.0.0.1",
    port: chosen,
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(logFile, "a", 0o600);
  const begin = readFileSync(logFile).length;
  const child = spawn(path.join(native, "bin", "postgres"), ["-D", data, ...flags], {
    ...as,
    cwd: "/",
    env: environment,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const exited = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code));
    child.once("error", (error) => resolve(error.message));
  });
  const stop = () => stopChild(child, exited);
  onSpawn?.({ pid: child.pid, stop });
  const url = `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${chosen}/postgres`;
  const answer = await Promise.race([untilAnswers(url), exited.then((code) => ({ code }))]);
  if (answer !== "answers") {
    await stop();
    const said = readFileSync(logFile).subarray(begin).toString().trim().split("\n");
    const why = said.find((line) => /FATAL|PANIC|ERROR/.test(line)) ?? said.at(-1) ?? "";
    throw new UserError(
      `PostgreSQL did not start: ${answer.reason ?? why.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "")} (see ${logFile})`,
    );
  }
  return { url, port: chosen, pid: child.pid, exited, stop };
}

/** PostgreSQL's `fast` shutdown: whoever is connected is sent away, everything acknowledged is on disk. */
async function stopChild(child, exited) {
  for (const [signal, patience] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ]) {
    child.kill(signal);
    const waiting = new AbortController();
    const late = pause(patience, "late", { signal: waiting.signal, ref: true }).catch(() => "late");
    const result = await Promise.race([exited.then(() => "gone"), late]);
    waiting.abort();
    if (result === "gone") return;
  }
}

async function untilAnswers(url) {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      return "answers";
    } catch (error) {
      if (error.code === "28P01") return { reason: "its password is not the one in .data/secrets.json" };
      if (Date.now() > deadline) return { reason: "it did not answer within two minutes" };
      await pause(25);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** @returns {Promise<number>} a port of the loopback address that nobody listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

export const isCluster = (data) => existsSync(path.join(data, "PG_VERSION"));
