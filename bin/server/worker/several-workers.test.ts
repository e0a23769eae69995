import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { enqueue } from "@/lib/platform/jobs/queue";
import { startMailServer } from "@/tests/support/servers/mail-server";

const root = path.resolve(import.meta.dirname, "../../..");
const running = new Set<ChildProcess>();
let onData = () => {};
const server = await startMailServer({ onData: () => onData() });

async function startWorker() {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "bin/server/worker.ts"], {
    cwd: root,
    env: { ...process.env, SMTP_URL: server.url },
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { timeout: 20_000 }).toContain("worker ready");
  return { child, output: () => said };
}

const link = (email: string) => ({ email, language: "en", next: null });
const left = () => db.$queryRaw<unknown[]>`SELECT id, attempts FROM graphile_worker.jobs`;

afterEach(async () => {
  onData = () => {};
  server.arrived.length = 0;
  for (const child of running) child.kill("SIGTERM");
  await Promise.all([...running].map((child) => once(child, "exit")));
});
afterAll(async () => {
  await server.close();
  await db.$disconnect();
});

test("three workers at once do each of 150 jobs a single time", { timeout: 60_000 }, async () => {
  const emails = Array.from({ length: 150 }, (_, i) => `person-${i}@demo.example`);
  await db.person.createMany({ data: emails.map((email) => ({ email })) });
  const workers = await Promise.all([startWorker(), startWorker(), startWorker()]);
  await transact(async (tx) => {
    for (const email of emails) await enqueue(tx, "send_sign_in_link", link(email));
  });
  await expect.poll(left, { timeout: 30_000 }).toEqual([]);
  expect(server.arrived.map((mail) => mail.to).sort()).toEqual([...emails].sort());
  for (const { output: said } of workers) expect(said()).not.toContain("demo.example");
});

test("killed between sending and saying so, a worker leaves one mail that comes twice as the same", async () => {
  const email = "killed@demo.example";
  await db.person.create({ data: { email } });
  const { child } = await startWorker();
  onData = () => child.kill("SIGKILL");
  await transact((tx) => enqueue(tx, "send_sign_in_link", link(email)));
  await once(child, "exit");
  onData = () => {};
  expect(server.arrived).toHaveLength(1);
  expect(await left()).toHaveLength(1);

  await startWorker();
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  expect(server.arrived.map((mail) => mail.to)).toEqual([email, email]);
  expect(new Set(server.arrived.map((mail) => mail.messageId)).size).toBe(1);
});
