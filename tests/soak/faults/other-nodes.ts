import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { npm } from "@/bin/dev/steps/install.mjs";
import { readRuntime } from "@/bin/host/data-directory.mjs";
import { freePort } from "@/bin/host/postgres/cluster.mjs";
import { type Fault, type Finding, nothingFound, type Skipped, type Trial } from "../finding";
import { type Running, runProgram, startProgram } from "../process";

/** The oldest Node that is promised, and the newest of each line that is maintained besides: packages of npm, by exact version. */
const versions = ["20.19.0", "22.23.3", "24.21.0"];
const patience = 180_000;

type Started = { origin: string; folder: string; running: Running };

async function installNode(version: string, into: string, watch: (pid: number) => void): Promise<string> {
  mkdirSync(into, { recursive: true });
  const flags = ["--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", into];
  await runProgram([...npm(), "install", ...flags, `node@${version}`], { env: {}, watch });
  return path.join(into, "node_modules/node/bin/node");
}

const webOf = (folder: string) => Number.parseInt(readRuntime(folder)?.pids?.web ?? "0", 10);

async function until(holds: () => Promise<boolean>, { running }: Pick<Started, "running">, what: string) {
  let ended: number | string | null = null;
  void running.exited.then((code) => {
    ended = code;
  });
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(100)) {
    if (await holds().catch(() => false)) return;
    if (ended !== null) throw new Error(`${what}: it ended with ${ended}: ${running.output().trim()}`);
  }
  throw new Error(`${what}: not within ${patience / 1000} s: ${running.output().trim()}`);
}

const isOk = async (address: string, method = "GET") => (await fetch(address, { method })).ok;

/** A page, a sign-in and what the database holds: each in another part of what a Node has to know. */
async function mustServe({ origin }: Started) {
  for (const place of ["/api/health/ready", "/en", "/fr/organizations", "/api/v1/propositions?limit=1"])
    if (!(await isOk(`${origin}${place}`))) throw new Error(`${place} is not answered`);
  const form = new URLSearchParams({ email: "rep.red-cedar@demo.example", next: "/en/account" });
  const init = { method: "POST", body: form, headers: { origin }, redirect: "manual" } as const;
  const { status } = await fetch(`${origin}/api/demonstration/sign-in`, init);
  if (status !== 303) throw new Error(`signing in is answered with ${status}`);
}

/** From nothing to pages, the web server killed and brought back, and to nothing running again. */
async function startOn(node: string, folder: string, watch: (pid: number) => void): Promise<number> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = { PORT: String(port), HOST: "127.0.0.1", CONCERTED_DATA_DIR: folder, DATABASE_URL: "", APP_ORIGIN: "" };
  const running = startProgram([node, "bin/dev/start.mjs"], { env, watch });
  const started = { origin, folder, running };
  try {
    await until(() => isOk(`${origin}/api/health/ready`), started, "the first start");
    await mustServe(started);
    const first = webOf(folder);
    const since = performance.now();
    process.kill(first, "SIGKILL");
    await until(
      async () => webOf(folder) !== first && (await isOk(`${origin}/api/health/ready`)),
      started,
      "after a kill",
    );
    const recovery = performance.now() - since;
    await mustServe(started);
    running.signal("SIGTERM");
    const code = await running.exited;
    if (code !== 0) throw new Error(`npm start ended with ${code}: ${running.output().trim()}`);
    return recovery;
  } finally {
    running.signal("SIGTERM");
    await running.exited;
  }
}

async function tryNodes({ server }: Trial): Promise<Finding | Skipped> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "concerted-nodes-"));
  const { watch } = server.guard;
  const finding: Finding = { ...nothingFound, recoveries: [], broken: [], remarks: [] };
  try {
    for (const version of versions) {
      const node = await installNode(version, path.join(folder, version), watch).catch((error: Error) => error);
      if (node instanceof Error) return { skipped: `node@${version} could not be installed: ${node.message}` };
      const data = path.join(folder, `data-${version}`);
      const recovery = await startOn(node, data, watch).catch((error: Error) => error);
      finding.injected += 1;
      if (recovery instanceof Error) finding.broken.push(`Node ${version}: ${recovery.message}`);
      else {
        finding.recoveries.push(recovery);
        finding.remarks.push(`Node ${version} starts, serves, comes back after a kill and ends`);
      }
    }
    return finding;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const otherNodes: Fault = {
  name: "other-nodes",
  says: "npm start on each Node that is promised, its web server killed once",
  run: tryNodes,
};
