import "server-only";
import type { JobHelpers } from "graphile-worker";
import type { Tx } from "../db/client";

/**
 * Every kind of work that time or the worker does, by name, with what it is given. Whoever does the work adds to it where
 * the work is: `declare module "@/lib/platform/jobs/queue" { interface JobPayloads { … } }`.
 */
export interface JobPayloads {
  sweep: Record<string, never>;
}

/**
 * Names that are left with the worker no more. An upgrade finds jobs of them in the queue, and in a backup of before: each
 * still needs its work.
 */
// biome-ignore lint/suspicious/noEmptyInterface: whoever gives up a name adds it.
export interface FormerJobPayloads {}

type AnyPayloads = JobPayloads & FormerJobPayloads;

/** The work of every job, by its name. */
export type JobHandlers = {
  [K in keyof AnyPayloads]: (payload: AnyPayloads[K], helpers: JobHelpers) => Promise<void>;
};

/** `attempts`: where work is useless after some time; otherwise 25, about three days with the queue's ever longer pauses. */
type Options = { key?: string; runAt?: Date; attempts?: number };

/** Leaves a job with the worker. It exists exactly when this transaction commits. */
export async function enqueue<K extends keyof JobPayloads>(
  tx: Tx,
  task: K,
  payload: JobPayloads[K],
  options: Options = {},
) {
  await tx.$executeRaw`SELECT graphile_worker.add_job(
    ${task}, ${JSON.stringify(payload)}::json, run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.attempts ?? null}::int, job_key => ${options.key ?? null})`;
}

/** The same for many of a kind, in one statement. */
export async function enqueueMany<K extends keyof JobPayloads>(
  tx: Tx,
  task: K,
  jobs: readonly { payload: JobPayloads[K]; key: string }[],
) {
  if (jobs.length === 0) return;
  await tx.$executeRaw`SELECT graphile_worker.add_job(${task}, j."payload"::json, job_key => j."key")
    FROM jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) AS j ("payload" jsonb, "key" text)`;
}
