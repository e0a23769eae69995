import { expect, test } from "vitest";
import { db, transact } from "./client";
import { isDatabaseUnavailable } from "./database-unavailable";

const caught = (work: () => Promise<unknown>) =>
  work().then(
    () => null,
    (error: unknown) => error,
  );

test("a statement that takes too long, and a lock that is not given, are told apart from faults", async () => {
  const slow = await caught(() =>
    transact(async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 20`;
      await tx.$queryRaw`SELECT pg_sleep(1)`;
    }),
  );
  expect(isDatabaseUnavailable(slow)).toBe(true);
  const locked = await caught(() =>
    transact(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "Network" IN ACCESS EXCLUSIVE MODE`;
      await db.$executeRaw`SET lock_timeout = 20`;
      await db.$transaction(async (other) => {
        await other.$executeRaw`SET LOCAL lock_timeout = 20`;
        await other.$queryRaw`SELECT * FROM "Network"`;
      });
    }),
  );
  expect(isDatabaseUnavailable(locked)).toBe(true);
  expect(isDatabaseUnavailable(await caught(() => db.$queryRaw`SELECT 1/0`))).toBe(false);
  expect(isDatabaseUnavailable(new Error("something else"))).toBe(false);
});
