import "server-only";
import type { Tx } from "./db";

/** Every kind of work that time or the worker does, with what it is told. */
export type Jobs = {
  send_sign_in_link: { email: string; language: string; next: string | null };
  refresh_concealed: Record<string, never>;
};

type Options = { key?: string; runAt?: Date };

/** Leaves a job with the worker. It exists exactly when this transaction commits. */
export async function enqueue<K extends keyof Jobs>(tx: Tx, task: K, payload: Jobs[K], options: Options = {}) {
  await tx.$executeRaw`SELECT graphile_worker.add_job(
    ${task}, ${JSON.stringify(payload)}::json, run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null})`;
}
