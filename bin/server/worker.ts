import { keepFirstHead } from "@/lib/activity/jobs";
import { leaveClockComparison } from "@/lib/briefings/jobs.calendar";
import { db } from "@/lib/platform/db/client";
import { env, findServingObstacles, requireConfiguration } from "@/lib/platform/env";
import { readDeadLetters } from "@/lib/platform/jobs/dead-letter";
import { JobError } from "@/lib/platform/jobs/job-error";
import { log } from "@/lib/platform/log";
import { workQueue } from "./worker/queue";

/** On a machine without pages it is told no HOST. Where it is told one, what they need it needs as well. */
function findObstacles(): string[] {
  env();
  return process.env.HOST ? findServingObstacles() : [];
}

async function start() {
  requireConfiguration(findObstacles);
  const onLost = () => {
    log.error("the database let go; starting again");
    process.exit(1);
  };
  const queue = await workQueue({ onLost });
  await keepFirstHead().catch((error: unknown) => log.error({ error: new JobError(error).kind }, "no head was kept"));
  // Newer rules for the world's clocks come with a newer version, and that with a start.
  await leaveClockComparison().catch((error: unknown) =>
    log.error({ error: new JobError(error).kind }, "clocks not compared"),
  );
  log.info({ freed: queue.freed, givenUp: (await readDeadLetters()).length }, "worker ready");

  const drain = async () => {
    await queue.stop();
    await db.$disconnect();
    log.info("worker stopped");
  };
  const stop = once(drain);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
  await queue.promise;
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
  log.error({ error: new JobError(error).kind }, "worker did not start");
  process.exit(1);
});
