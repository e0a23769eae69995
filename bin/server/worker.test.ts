import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { requestLink } from "@/lib/accounts/write";
import { headsFile } from "@/lib/activity/jobs";
import { db } from "@/lib/platform/db/client";
import { readOutbox } from "@/lib/platform/mail/delivery";
import { announceLiveness } from "./worker/liveness";

const url = process.env.DATABASE_URL ?? "";
const root = path.resolve(import.meta.dirname, "../..");
const email = "rep.red-cedar@demo.example";
let worker: ChildProcess | undefined;

function startWorker() {
  const started = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "bin/server/worker.ts"], {
    cwd: root,
  });
  worker = started;
  return { started, ended: new Promise<number | null>((resolve) => started.once("exit", resolve)) };
}

const lockedBy = async () =>
  (await db.$queryRaw<{ by: string | null }[]>`SELECT locked_by AS by FROM graphile_worker.jobs ORDER BY id`).map(
    (it) => it.by,
  );

afterEach(() => {
  worker?.kill("SIGKILL");
});
afterAll(() => db.$disconnect());

test("jobs that a killed worker had begun are free at once; those of a living one are not", async () => {
  await requestLink("192.0.2.1", { email, language: "en" });
  await requestLink("192.0.2.1", { email, language: "en" });
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(),
    locked_by = CASE WHEN id = (SELECT min(id) FROM graphile_worker._private_jobs) THEN 'worker-dead' ELSE 'worker-living' END`;
  const [living, next] = [await announceLiveness(url, () => undefined), await announceLiveness(url, () => undefined)];
  await living.markAlive("worker-living");
  expect(await next.freeTheDead()).toEqual(["worker-dead"]);
  expect(await lockedBy()).toEqual([null, "worker-living"]);
  expect(await living.freeTheDead()).toEqual([]);
  await living.end();
  await expect.poll(() => next.freeTheDead()).toEqual(["worker-living"]);
  await next.end();
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

test("the worker notes a first head of the record, mails a link that was asked for, and leaves when it is told to", async () => {
  await db.person.create({ data: { email } });
  await requestLink("192.0.2.1", { email, language: "en" });
  const { started, ended } = startWorker();
  await expect.poll(async () => (await readOutbox(0, 10)).total, { timeout: 15_000 }).toBe(1);
  await expect.poll(() => lockedBy()).toEqual([]);
  expect(await readFile(headsFile(), "utf8")).toMatch(/"occasion":"first start"/);
  started.kill("SIGTERM");
  expect(await ended).toBe(0);
});
