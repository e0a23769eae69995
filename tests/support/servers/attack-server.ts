import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { test as base, expect } from "@playwright/test";
import { canariesIn, type Observer } from "../canary/canaries";
import { type RunningServer, startServer } from "./application-server";

const root = path.resolve(import.meta.dirname, "../../..");

type Planted = {
  callers: Record<Observer, Record<string, string>>;
  organizations: string[];
  propositions: string[];
  places: { organization: string; proposition: string }[];
  readers: [word: string, readers: Observer[]][];
};

export type Attacked = RunningServer & {
  port: number;
  planted: Planted;
  /** The words that this looker may come across. */
  mayRead: (who: Observer) => Set<string>;
  /** What this looker is answered, redirects not followed. */
  get: (who: Observer, address: string, headers?: Record<string, string>) => Promise<Response>;
  /** What the server and its worker printed. */
  readLog: () => string;
};

async function start(): Promise<Attacked> {
  const running = await startServer("attacks.log");
  const { origin, env } = running;
  const args = ["--conditions=react-server", "--import", "tsx", "tests/support/canary/plant.ts"];
  const options = {
    cwd: root,
    env: { ...process.env, ...env, APP_ORIGIN: origin, DATABASE_OWNER_URL: running.superUrl },
    maxBuffer: 1e8,
  };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  const planted: Planted = JSON.parse(stdout);
  return {
    ...running,
    port: Number(new URL(origin).port),
    planted,
    mayRead: (who) => new Set(planted.readers.filter(([, readers]) => readers.includes(who)).map(([word]) => word)),
    get: (who, address, headers = {}) =>
      fetch(`${origin}${address}`, { redirect: "manual", headers: { ...planted.callers[who], ...headers } }),
    readLog: () => readFileSync(path.join(root, ".artifacts", "attacks.log"), "utf8"),
  };
}

/** A server that nobody else uses, with canaries in its database. */
export const test = base.extend<object, { attacked: Attacked }>({
  attacked: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs, and this one needs nothing
    async ({}, use) => {
      const attacked = await start();
      await use(attacked);
      await attacked.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

export { canariesIn, expect };
