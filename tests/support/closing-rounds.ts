import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { db, transact } from "@/lib/platform/db/client";
import { enqueue } from "@/lib/platform/jobs/queue";
import { addRound, insertRounds, noRounds } from "@/prisma/seed/build-round";
import { buildPoint } from "./build-points";
import { given } from "./builders";

const root = path.resolve(import.meta.dirname, "../..");
const hour = 3_600_000;
const patience = 120_000;

/** Rounds whose last moment is over, each on a point of its own, and none of them left with the worker yet. */
async function buildDueRounds(count: number) {
  const lead = await given.organization();
  await given.signatory(lead);
  const theme = await given.theme();
  const built = noRounds();
  for (let i = 0; i < count; i++)
    await buildPoint({
      ...{ organization: lead, theme },
      change: (point) => {
        const opened = { opensAt: new Date(Date.now() - 200 * hour), closesAt: new Date(Date.now() - hour) };
        addRound(built, point, { version: 1, state: "running", organizationId: lead.id, ...opened });
      },
    });
  await transact((tx) => insertRounds(tx, built));
  return built.rounds.map(({ id, talkingPointId }) => ({ id, talkingPointId }));
}

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "bin/server/worker.ts"], {
    cwd: root,
    // Whoever runs this may want less said; that it is ready is what is waited for here.
    env: { ...process.env, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    let said = "";
    const fail = () => reject(new Error(`a worker did not start: ${said}`));
    child.once("exit", fail);
    setTimeout(fail, patience).unref();
    child.stdout?.on("data", (chunk) => {
      said += chunk;
      if (said.includes("worker ready")) resolve();
    });
  });
  return child;
}

async function until(isTrue: () => Promise<boolean>, what: string) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(50)) if (await isTrue()) return;
  throw new Error(`${what} within ${patience / 1000} s`);
}

const waitingForLocks = async () => {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.count ?? 0;
};
const left = async () =>
  (await db.$queryRaw<unknown[]>`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'advance_round'`).length;

/**
 * Closes rounds by many workers at once, each round left with them several times, and kills half of the workers while they are
 * in the middle of one. What the rows say afterwards that is not one effect for each round.
 */
export async function closeRounds({ workers, rounds: count }: { workers: number; rounds: number }) {
  const rounds = await buildDueRounds(count);
  const running = await Promise.all(Array.from({ length: workers }, startWorker));
  const doomed = running.slice(0, Math.ceil(workers / 2));
  let killed = 0;
  await db.$transaction(
    async (held) => {
      // While somebody holds the points, whoever closes a round waits in the middle of it.
      await held.$queryRaw`SELECT FROM "TalkingPoint" WHERE "id" = ANY (${rounds.map((it) => it.talkingPointId)}::uuid[]) FOR UPDATE`;
      await transact(async (tx) => {
        for (const { id } of rounds) for (let i = 0; i < 3; i++) await enqueue(tx, "advance_round", { round: id });
      });
      await until(async () => (await waitingForLocks()) >= Math.min(workers, count), "nobody closes a round");
      for (const worker of doomed) {
        const gone = once(worker, "exit");
        worker.kill("SIGKILL");
        await gone;
        killed++;
      }
    },
    { timeout: patience },
  );
  // One more, as whoever keeps the workers running starts one where one is gone: it frees what the dead had begun.
  running.push(await startWorker());
  await until(async () => (await left()) === 0, "the rounds were not closed");
  for (const worker of running) worker.kill("SIGTERM");
  await Promise.all(
    running
      .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      .map((it) => once(it, "exit")),
  );
  return { killed, ...(await findEffects(rounds)) };
}

/** What became of each round, looked for in the rows. */
async function findEffects(rounds: readonly { id: string; talkingPointId: string }[]) {
  const ids = rounds.map(({ id }) => id);
  const steps = await db.roundStep.findMany({ where: { roundId: { in: ids } }, select: { roundId: true, kind: true } });
  const rows = await db.noObjectionRound.findMany({ where: { id: { in: ids } }, select: { id: true, state: true } });
  const recorded = await db.activity.findMany({
    where: { kind: "round.passed", subject: { in: rounds.map((it) => `talkingPoint/${it.talkingPointId}`) } },
    select: { subject: true },
  });
  const anomalies = rounds.flatMap(({ id, talkingPointId }) => {
    const passed = steps.filter((it) => it.roundId === id && it.kind === "passed").length;
    const told = recorded.filter(({ subject }) => subject === `talkingPoint/${talkingPointId}`).length;
    const state = rows.find((it) => it.id === id)?.state;
    return state === "passed" && passed === 1 && told === 1
      ? []
      : [`${id}: ${state}, ${passed} times, told ${told} times`];
  });
  return { closed: rows.filter(({ state }) => state === "passed").length, anomalies };
}
