import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { env } from "@/lib/platform/env";
import { JobError } from "@/lib/platform/jobs/job-error";
import { log } from "@/lib/platform/log";
import { crontab, taskList } from "./job-handlers";
import { announceLiveness } from "./liveness";

const kindOf = (error: unknown) => (error instanceof JobError ? error : new JobError(error)).kind;

/** What went wrong is told by job and number: the words of an error may hold an address. */
function listen(events: WorkerEvents) {
  events.on("job:error", ({ job, error }) =>
    log.warn({ task: job.task_identifier, job: job.id, attempt: job.attempts, error: kindOf(error) }, "job failed"),
  );
  events.on("job:failed", ({ job }) =>
    log.error({ task: job.task_identifier, job: job.id, attempts: job.attempts }, "job given up"),
  );
  events.on("worker:getJob:error", ({ error }) => log.warn({ error: kindOf(error) }, "queue not reached"));
  events.on("pool:listen:error", ({ error }) => log.warn({ error: kindOf(error) }, "queue not heard"));
}

type Pace = { pollInterval?: number; concurrency?: number; onLost: () => void };

/** Does what is in the queue until it is stopped. Any number of these may run, in one process or in many. */
export async function workQueue({ pollInterval = 2_000, concurrency = 2, onLost }: Pace) {
  const connectionString = env().databaseUrl;
  const life = await announceLiveness(connectionString, onLost);
  const events: WorkerEvents = new EventEmitter();
  listen(events);
  events.on("worker:create", ({ worker }) => void life.markAlive(worker.workerId));
  const freed = await life.freeTheDead();
  const runner = await run({
    connectionString,
    maxPoolSize: 4,
    concurrency,
    pollInterval,
    noHandleSignals: true,
    taskList,
    crontab,
    events,
    logger: new Logger(() => () => undefined),
  });
  // Another worker may die while this one lives: its jobs must not wait until somebody starts anew.
  const rounds = setInterval(() => void life.freeTheDead().catch(() => undefined), 15_000).unref();
  return {
    freed: freed.length,
    promise: runner.promise,
    async stop() {
      clearInterval(rounds);
      await runner.stop();
      await life.end();
    },
  };
}
