import { EventEmitter } from "node:events";
import { Logger, run, type Task, type TaskList, type WorkerEvents } from "graphile-worker";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { sendSignInLink } from "@/lib/people/jobs";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Jobs } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { showLife } from "./worker-life";

type Work<K extends keyof Jobs> = (payload: Jobs[K], helpers: Parameters<Task>[1]) => Promise<void>;

/** Every job by name: one without its work does not compile. */
const work: { [K in keyof Jobs]: Work<K> } = {
  refresh_concealed: refreshConcealed,
  send_sign_in_link: sendSignInLink,
};

// The queue counts in UTC: this is half past two or three at night in Toronto. A night that was missed is made up for.
const crontab = "30 7 * * * refresh_concealed ?id=nightly_concealed&fill=1d&jobKey=nightly_concealed";

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "unknown");

/** What went wrong is told by job and number: the words of an error may hold an address. */
function listen(events: WorkerEvents) {
  events.on("job:error", ({ job, error }) =>
    log.warn({ task: job.task_identifier, job: job.id, attempt: job.attempts, error: nameOf(error) }, "job failed"),
  );
  events.on("job:failed", ({ job }) =>
    log.error({ task: job.task_identifier, job: job.id, attempts: job.attempts }, "job given up"),
  );
  events.on("worker:getJob:error", ({ error }) => log.warn({ error: nameOf(error) }, "queue not reached"));
  events.on("pool:listen:error", ({ error }) => log.warn({ error: nameOf(error) }, "queue not heard"));
}

async function countGivenUp(): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL`;
  return rows[0]?.count ?? 0;
}

async function start() {
  const connectionString = env().databaseUrl;
  const life = await showLife(connectionString, () => {
    log.error("the database let go; starting again");
    process.exit(1);
  });
  const events: WorkerEvents = new EventEmitter();
  listen(events);
  events.on("worker:create", ({ worker }) => void life.hold(worker.workerId));
  const freed = await life.freeTheDead();
  const runner = await run({
    connectionString,
    maxPoolSize: 4,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList: work as TaskList,
    crontab,
    events,
    logger: new Logger(() => () => undefined),
  });
  log.info({ freed: freed.length, givenUp: await countGivenUp() }, "worker ready");

  const drain = async () => {
    await runner.stop();
    await life.end();
    await db.$disconnect();
    log.info("worker stopped");
  };
  const stop = once(drain);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
  await runner.promise;
  await stop();
}

/** However many signals come, it is done a single time, and everyone waits for that. */
function once(act: () => Promise<void>) {
  let acting: Promise<void> | undefined;
  return () => {
    acting ??= act();
    return acting;
  };
}

start().catch((error: unknown) => {
  log.error({ error: nameOf(error), code: (error as { code?: string }).code }, "worker did not start");
  process.exit(1);
});
