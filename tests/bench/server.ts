import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { get } from "node:http";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { packageCommand, quietEnvironment, signalGroup } from "../../bin/host/child-processes.mjs";
import { freePort } from "../../bin/host/postgres/cluster.mjs";
import type { Subject } from "./subjects";

export const root = path.resolve(import.meta.dirname, "../..");

const twins = "tests/bench/twins";

export type Server = Subject & { stop: () => Promise<void>; msToFirstPage: number };

type Serve = { name: Subject["name"]; env: Record<string, string>; watch: (pid: number) => void };

/** Starts the product, or the twins, and waits for the first page it answers. */
export async function serve({ name, env, watch }: Serve): Promise<Server> {
  const port = await freePort();
  const words =
    name === "product"
      ? [process.execPath, "bin/server/web.mjs"]
      : packageCommand("next/dist/bin/next", "start", twins, "-H", "127.0.0.1", "-p", String(port));
  const began = performance.now();
  const child = launch(words, { name, env: { ...env, PORT: String(port) } });
  watch(child.pid);
  const address = `http://127.0.0.1:${port}`;
  const host = `localhost:${port}`;
  const stop = async () => {
    signalGroup(child.pid, "SIGTERM");
    await Promise.race([child.exited, pause(12_000)]);
    signalGroup(child.pid, "SIGKILL");
    await child.exited;
  };
  const answered = await Promise.race([
    untilAnswers({ address, host, path: name === "product" ? "/en/sign-in" : "/sign-in" }),
    child.exited.then(() => false),
  ]);
  if (!answered) throw new Error(`${name} did not start; see .artifacts/bench-${name}.log`);
  return { name, address, host, pid: child.pid, stop, msToFirstPage: performance.now() - began };
}

/** Its log goes to a file, as it would in use: neither a pipe to be read nor nowhere. */
function launch([program = "", ...args]: string[], { name, env }: { name: string; env: Record<string, string> }) {
  mkdirSync(path.join(root, ".artifacts"), { recursive: true });
  const log = openSync(path.join(root, ".artifacts", `bench-${name}.log`), "a");
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...quietEnvironment, ...env },
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  if (child.pid === undefined) throw new Error(`${program} did not start`);
  return { pid: child.pid, exited };
}

async function untilAnswers(place: { address: string; host: string; path: string }): Promise<boolean> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(10)) {
    if ((await statusAt(place)) === 200) return true;
  }
  return false;
}

const statusAt = ({ address, host, path: at }: { address: string; host: string; path: string }): Promise<number> =>
  new Promise((resolve) => {
    const asking = get(new URL(at, address), { headers: { host } }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    asking.once("error", () => resolve(0));
  });
