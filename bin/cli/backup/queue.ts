import type { Client } from "pg";
import type { Table } from "./tables";

/**
 * The work that waits. Who was at it at that moment is left out: nobody is after a restore. The numbers stay, because a
 * mail's Message-ID is made of its job's: sent before and after a restore, it is the same mail.
 */
export const queue: Table = {
  name: "graphile_worker.jobs",
  source: `(SELECT job.*, task.identifier AS task, queue.queue_name AS queue FROM graphile_worker._private_jobs job
    JOIN graphile_worker._private_tasks task ON task.id = job.task_id
    LEFT JOIN graphile_worker._private_job_queues queue ON queue.id = job.job_queue_id) waiting`,
  columns: [
    { name: "id", type: "bigint" },
    { name: "task", type: "text" },
    { name: "queue", type: "text" },
    { name: "payload", type: "json" },
    { name: "priority", type: "smallint" },
    { name: "run_at", type: "timestamptz" },
    { name: "attempts", type: "smallint" },
    { name: "max_attempts", type: "smallint" },
    { name: "last_error", type: "text" },
    { name: "created_at", type: "timestamptz" },
    { name: "key", type: "text" },
    { name: "flags", type: "jsonb" },
  ],
  order: "id",
};

/** Puts such rows, given as a SELECT over `$1`, into the queue. */
export async function insertJobs(client: Client, rows: string, values: [string]) {
  const as = `WITH given AS (${rows})`;
  await client.query(
    `${as} INSERT INTO graphile_worker._private_tasks (identifier) SELECT DISTINCT task FROM given ON CONFLICT DO NOTHING`,
    values,
  );
  await client.query(
    `${as} INSERT INTO graphile_worker._private_job_queues (queue_name)
     SELECT DISTINCT queue FROM given WHERE queue IS NOT NULL ON CONFLICT DO NOTHING`,
    values,
  );
  await client.query(
    `${as} INSERT INTO graphile_worker._private_jobs (id, task_id, job_queue_id, payload, priority, run_at, attempts,
       max_attempts, last_error, created_at, key, flags)
     OVERRIDING SYSTEM VALUE
     SELECT given.id, task.id, queue.id, payload, priority, run_at, attempts, max_attempts, last_error, created_at, key, flags
     FROM given JOIN graphile_worker._private_tasks task ON task.identifier = given.task
     LEFT JOIN graphile_worker._private_job_queues queue ON queue.queue_name = given.queue`,
    values,
  );
}

/** The sequence that numbers the jobs, by whatever name this version of the queue gave it. */
export const jobNumbers = "pg_get_serial_sequence('graphile_worker._private_jobs', 'id')";
