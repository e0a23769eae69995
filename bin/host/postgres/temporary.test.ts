import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { identifyProcess } from "../process-lock.mjs";
import { addressFor, withClient } from "./roles.mjs";
import { startTemporary } from "./temporary.mjs";

const root = path.resolve(import.meta.dirname, "../../..");
let stop = async () => {};

afterEach(() => stop());

test("what was acknowledged before a crash is there after it", async () => {
  const database = await startTemporary({ root, durable: true });
  stop = database.stop;
  const url = addressFor(database.superUrl, { database: "postgres" });
  await withClient(url, (client) => client.query("CREATE TABLE pond (id int); INSERT INTO pond VALUES (1), (2)"));
  await database.crash();
  const { rowCount } = await withClient(url, (client) => client.query("SELECT FROM pond"));
  expect(rowCount).toBe(2);
});

test("the database of a run that was killed goes with it, files and all", async () => {
  stop = async () => {};
  const words = `import("./bin/host/postgres/temporary.mjs").then(async ({ startTemporary }) => {
    const { folder, pid } = await startTemporary({ root: process.cwd() });
    console.log(JSON.stringify({ folder, pid }));
    setInterval(() => {}, 1000);
  })`;
  const run = spawn(process.execPath, ["-e", words], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const { folder, pid } = await new Promise<{ folder: string; pid: number }>((resolve) => {
    run.stdout.once("data", (line) => resolve(JSON.parse(String(line))));
  });
  expect([identifyProcess(pid) !== null, existsSync(folder)]).toEqual([true, true]);
  run.kill("SIGKILL");
  await expect.poll(() => [identifyProcess(pid), existsSync(folder)], { timeout: 10_000 }).toEqual([null, false]);
});
