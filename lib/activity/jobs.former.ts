import "server-only";
import { transact } from "@/lib/platform/db/client";
import { enqueue } from "@/lib/platform/jobs/queue";
import { findLatestActivity } from "./read.stored";

/**
 * Before there were notifications each noun left a job of its own with the worker, which mailed everybody. One that an
 * upgrade finds in the queue, or a restore in a backup, becomes the notification of the same activity, so that nobody misses a
 * mail. One that had failed part-way mails those before its failure once more, since it kept no list of them. These names can go once no queue and no backup holds them.
 */
export async function notifyLate(criteria: Parameters<typeof findLatestActivity>[0]) {
  const activity = await findLatestActivity(criteria);
  if (activity) await transact((tx) => enqueue(tx, "notify", { activity }, { key: `notify:${activity}` }));
}
