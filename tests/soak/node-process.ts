import { setTimeout as pause } from "node:timers/promises";
import { scriptCommand } from "../../bin/host/child-processes.mjs";
import { freePort } from "../../bin/host/postgres/cluster.mjs";
import { type Running, startProgram } from "./process";
import type { Setting } from "./setting";

/** The web server with its pages, which needs a build; or a small one that serves the router alone. */
export type NodeKind = "pages" | "router";

export type AppNode = {
  origin: string;
  port: number;
  running: () => Running;
  /** Ends it as a failing machine would. */
  kill: () => Promise<void>;
  /** Asks it to finish what it began, and waits for that. */
  stop: () => Promise<number | string>;
  /** Starts it again at the same address. */
  start: () => void;
  untilReady: (patience?: number) => Promise<void>;
};

type Options = { env?: Record<string, string>; preload?: string };

function commandFor(kind: NodeKind, preload: string | undefined): string[] {
  const [program = "", ...rest] =
    kind === "pages" ? [process.execPath, "bin/server/web.mjs"] : scriptCommand("tests/soak/node.ts");
  return preload ? [program, "--import", preload, ...rest] : [program, ...rest];
}

/** Starts an app node and waits until it may be sent requests. */
export async function startNode(setting: Setting, { env = {}, preload }: Options = {}): Promise<AppNode> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const words = commandFor(setting.kind, preload);
  const told = { ...setting.env, PORT: String(port), APP_ORIGIN: `http://localhost:${port}`, ...env };
  let running: Running;
  const node: AppNode = {
    origin,
    port,
    running: () => running,
    async kill() {
      running.signal("SIGKILL");
      await running.exited;
    },
    stop() {
      running.signal("SIGTERM");
      return running.exited;
    },
    start() {
      running = startProgram(words, { env: told, watch: setting.watch, log: setting.log });
    },
    untilReady: (patience = 60_000) => untilReady(origin, () => running, patience),
  };
  node.start();
  setting.finally(() => node.kill());
  await node.untilReady();
  return node;
}

async function untilReady(origin: string, running: () => Running, patience: number) {
  let ended: number | string | null = null;
  void running().exited.then((code) => {
    ended = code;
  });
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(20)) {
    if (ended !== null) throw new Error(`the node ended (${ended}): ${running().output()}`);
    const asked = { signal: AbortSignal.timeout(2_000), headers: { connection: "close" } };
    const answer = await fetch(`${origin}/api/health/ready`, asked).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`the node was not ready within ${patience / 1000} s: ${running().output()}`);
}
