import { afterAll, beforeEach, expect, test } from "vitest";
import { db, transact } from "../db/client";
import { dropDeadLetter, moveToDeadLetters, readDeadLetters, retryDeadLetter } from "./dead-letter";
import { JobError } from "./job-error";
import { enqueue } from "./queue";

const link = { email: "rep.red-cedar@demo.example", language: "en", next: null };
type Row = { id: bigint; task: string; attempts: number; max: number };
const readJobs = () => db.$queryRaw<Row[]>`
  SELECT id, task_identifier AS task, attempts::int, max_attempts::int AS max FROM graphile_worker.jobs ORDER BY id`;

beforeEach(() => db.$executeRaw`DELETE FROM graphile_worker._private_jobs`);
afterAll(() => db.$disconnect());

test("a job exists exactly when its transaction commits", async () => {
  await expect(
    transact(async (tx) => {
      await enqueue(tx, "send_sign_in_link", link);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect(await readJobs()).toEqual([]);

  await transact(async (tx) => {
    await enqueue(tx, "send_sign_in_link", link);
    expect(await readJobs()).toEqual([]);
  });
  expect(await readJobs()).toMatchObject([{ task: "send_sign_in_link", attempts: 0 }]);
});

test("a transaction that collided and ran again leaves one job", async () => {
  let runs = 0;
  await db.rateWindow.create({ data: { key: "k", startsAt: new Date(0), count: 1 } });
  await transact(async (tx) => {
    await enqueue(tx, "sweep", {});
    runs += 1;
    if (runs === 1) await tx.rateWindow.create({ data: { key: "k", startsAt: new Date(0), count: 1 } });
  });
  expect(runs).toBe(2);
  expect(await readJobs()).toHaveLength(1);
});

test("jobs of one key are one job; work that is useless after some hours is not tried for days", async () => {
  await transact((tx) => enqueue(tx, "sweep", {}, { key: "one" }));
  await transact((tx) => enqueue(tx, "sweep", {}, { key: "one" }));
  await transact((tx) => enqueue(tx, "send_sign_in_link", link, { attempts: 9 }));
  expect(await readJobs()).toMatchObject([
    { task: "sweep", max: 25 },
    { task: "send_sign_in_link", max: 9 },
  ]);
});

test("a job that was given up is listed without what it was told, and can be done again or dropped", async () => {
  await transact((tx) => enqueue(tx, "send_sign_in_link", link, { attempts: 9 }));
  await transact((tx) => enqueue(tx, "send_sign_in_link", link));
  const [job, other] = await readJobs();
  await moveToDeadLetters(String(job?.id));
  const given = await readDeadLetters();
  expect(given).toMatchObject([{ id: String(job?.id), task: "send_sign_in_link", attempts: 9 }]);
  expect(JSON.stringify(given)).not.toContain("@");

  expect(await retryDeadLetter(other?.id ?? 0n)).toBe(false);
  expect(await dropDeadLetter(other?.id ?? 0n)).toBe(false);
  expect(await retryDeadLetter(job?.id ?? 0n)).toBe(true);
  expect(await readDeadLetters()).toEqual([]);
  await moveToDeadLetters(String(job?.id));
  expect(await dropDeadLetter(job?.id ?? 0n)).toBe(true);
  expect(await readJobs()).toHaveLength(1);
});

test("what went wrong is kept by kind, code and place, without its words", () => {
  const secret = Object.assign(new TypeError("no mailbox\n    at rep@demo.example"), { code: "ECONNRESET" });
  const failure = new JobError(Object.assign(new RangeError("of rep@demo.example"), { code: "of rep@demo.example" }));
  expect(new JobError(secret).kind).toBe("TypeError ECONNRESET");
  expect(failure.message.split("\n")[0]).toBe("RangeError");
  expect(failure.message).toMatch(/\n {4}at /);
  expect(`${failure.message}${failure.stack}${new JobError(secret).message}`).not.toContain("demo.example");
  expect(new JobError("a text").message).toBe("unknown");
});
