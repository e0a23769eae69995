import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { enqueue } from "@/lib/platform/jobs/queue";

const root = path.resolve(import.meta.dirname, "../..");

function jobs(...args: string[]) {
  const words = ["--conditions=react-server", "--import", "tsx", "bin/cli/jobs.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  return { status, stdout, stderr };
}

afterAll(() => db.$disconnect());

test("the command lists what was given up, without addresses, and has it done again", async () => {
  const payload = { email: "rep.red-cedar@demo.example", language: "en", next: null };
  await transact((tx) => enqueue(tx, "send_sign_in_link", payload, { attempts: 9 }));
  await db.$executeRaw`UPDATE graphile_worker._private_jobs
    SET attempts = max_attempts, last_error = E'MailNotSent EENVELOPE-550\n    at deliver'`;
  const { status, stdout } = jobs();
  expect(status).toBe(0);
  const [id = "", ...rest] = stdout.trim().split("\t");
  expect(rest.slice(0, 3)).toEqual(["send_sign_in_link", "9 attempts", "MailNotSent EENVELOPE-550"]);
  expect(stdout.split("\n")).toHaveLength(2);
  expect(stdout).not.toContain("@");

  expect(jobs("retry", id)).toMatchObject({ status: 0, stdout: `job ${id} is done again\n` });
  expect(await db.$queryRaw`SELECT attempts::int FROM graphile_worker.jobs`).toEqual([{ attempts: 0 }]);
});
