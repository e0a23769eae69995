import "server-only";
import type { Tx } from "../db/client";

/** Every kind of work that time or the worker does, with what it is told. */
export type Jobs = {
  describe_studies: Record<string, never>;
  describe_study: { study: string };
  keep_record_head: Record<string, never>;
  refresh_concealed: Record<string, never>;
  ask_to_confirm: { signatory: string; organization: string };
  send_application_link: { application: string };
  remind_of_reviews: Record<string, never>;
  send_email_change: { change: string; side: "new" | "old" };
  send_invitation: { invitation: string; round: number };
  send_review_reminder: { person: string; organization: string; day: string };
  send_sign_in_link: { email: string; language: string; next: string | null };
  tell_of_email_replaced: { email: string; language: "en" | "fr" };
  tell_of_admission: { organization: string; step: number };
  tell_of_mandate_request: { person: string; organization: string };
  tell_of_rapporteur: { rapporteur: string };
  tell_of_proposal: { proposal: string; step: number };
  sweep: Record<string, never>;
};

/** 9 attempts ≈ 3.5 h with the queue's back-off; later a sign-in link is useless. */
const maxAttempts: { [K in keyof Jobs]?: number } = { send_sign_in_link: 9 };

type Options = { key?: string; runAt?: Date };

/** Leaves a job with the worker. It exists exactly when this transaction commits. */
export async function enqueue<K extends keyof Jobs>(tx: Tx, task: K, payload: Jobs[K], options: Options = {}) {
  await tx.$executeRaw`SELECT graphile_worker.add_job(
    ${task}, ${JSON.stringify(payload)}::json, run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${maxAttempts[task] ?? null}::int, job_key => ${options.key ?? null})`;
}
