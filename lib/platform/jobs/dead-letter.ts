import "server-only";
import { db } from "../db/client";

/** A job that used up its attempts. It stays until an operator retries or drops it. */
type DeadLetter = { id: string; task: string; attempts: number; error: string; failedAt: Date };

/** What was given up, oldest first. What the jobs were told is left out: it may hold addresses. */
export async function readDeadLetters(): Promise<DeadLetter[]> {
  const rows = await db.$queryRaw<(Omit<DeadLetter, "error"> & { error: string | null })[]>`
    SELECT "id"::text, "task_identifier" AS "task", "attempts"::int, "last_error" AS "error", "updated_at" AS "failedAt"
    FROM graphile_worker.jobs WHERE "attempts" >= "max_attempts" AND "locked_at" IS NULL ORDER BY jobs."id"`;
  return rows.map((row) => ({ ...row, error: row.error?.split("\n")[0] ?? "unknown" }));
}

/** Gives up a job that is being done, whatever attempts it has left: its next failure is its last. */
export async function moveToDeadLetters(id: string) {
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET "attempts" = "max_attempts" WHERE "id" = ${id}::bigint`;
}

/** Has a job that was given up done again, with all its attempts. False where there is none of that number. */
export async function retryDeadLetter(id: bigint): Promise<boolean> {
  const done = await db.$queryRaw<unknown[]>`
    SELECT (graphile_worker.reschedule_jobs(ARRAY["id"], run_at => now(), attempts => 0)).id
    FROM graphile_worker.jobs WHERE "id" = ${id} AND "attempts" >= "max_attempts"`;
  return done.length === 1;
}

/** Takes a job that was given up out of the queue. False where there is none of that number. */
export async function dropDeadLetter(id: bigint): Promise<boolean> {
  const done = await db.$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE "id" = ${id} AND "attempts" >= "max_attempts" AND "locked_at" IS NULL`;
  return done === 1;
}
