import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { scriptCommand } from "@/bin/host/child-processes.mjs";
import { type Fault, type Finding, nothingFound } from "../finding";
import { type Running, startProgram } from "../process";
import { inSetting, type Setting } from "../setting";

const limit = 10_000;
const patience = 60_000;
const jobsPerRound = 40;

/** The worker ends at once while it sends mail, and another begins. Each mail that was asked for is sent, and no other. */
export async function killWorker(setting: Setting): Promise<Finding> {
  const asked = new Set<string>();
  const recoveries: number[] = [];
  const outbox = path.join(setting.env.CONCERTED_DATA_DIR ?? "", "outbox");
  let worker = startWorker(setting);
  setting.finally(() => worker.signal("SIGKILL"));
  for (let round = 0; round < setting.rounds; round++) {
    for (const id of await leaveJobs(setting)) asked.add(id);
    await untilMore(outbox, await count(outbox), worker);
    await pause(setting.chance.between(0, 80));
    const since = performance.now();
    worker.signal("SIGKILL");
    await worker.exited;
    const sent = await count(outbox);
    worker = startWorker(setting);
    if (await waiting(setting)) {
      await untilMore(outbox, sent, worker);
      recoveries.push(performance.now() - since);
    }
  }
  await untilDone(setting);
  return { ...tally(asked, await readMessageIds(outbox)), recoveries, injected: setting.rounds };
}

const startWorker = ({ env, watch }: Setting) => startProgram(scriptCommand("bin/server/worker.ts"), { env, watch });

async function leaveJobs({ ask, world, chance }: Setting): Promise<string[]> {
  const { email } = world.desks[chance.below(world.desks.length)] ?? { email: "" };
  const payload = JSON.stringify({ email, language: "en", next: null });
  const rows = await ask<{ id: string }>(
    `SELECT (graphile_worker.add_job('send_sign_in_link', $1::json)).id::text AS id FROM generate_series(1, $2)`,
    [payload, jobsPerRound],
  );
  return rows.map(({ id }) => id);
}

async function waiting({ ask }: Setting): Promise<boolean> {
  return (await ask("SELECT FROM graphile_worker.jobs LIMIT 1")).length > 0;
}

const names = async (outbox: string) =>
  (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith(".json"));
const count = async (outbox: string) => (await names(outbox)).length;

async function untilMore(outbox: string, than: number, worker: Running) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(5))
    if ((await count(outbox)) > than) return;
  throw new Error(`no mail was sent within ${patience / 1000} s: ${worker.output()}`);
}

async function untilDone(setting: Setting) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(50))
    if (!(await waiting(setting))) return;
}

async function readMessageIds(outbox: string): Promise<string[]> {
  const mails = await Promise.all((await names(outbox)).map((name) => readFile(path.join(outbox, name), "utf8")));
  return mails.map((text) => (JSON.parse(text) as { messageId: string }).messageId);
}

const jobOf = (messageId: string) => /^<sign-in-link\.(\d+)\b/.exec(messageId)?.[1] ?? "unknown";

/** A mail sent again under its own Message-ID was killed between sending and noting: mailboxes show it once. */
function tally(asked: Set<string>, sent: string[]): Finding {
  const different = [...new Set(sent)];
  const jobs = new Set(different.map(jobOf));
  const lost = [...asked].filter((id) => !jobs.has(id));
  const strange = [...jobs].filter((id) => !asked.has(id));
  const twice = different.length - jobs.size;
  const again = sent.length - different.length;
  return {
    ...nothingFound,
    acknowledged: asked.size,
    lost: lost.length,
    doubled: strange.length + twice,
    limit,
    broken: [
      ...lost.slice(0, 5).map((id) => `lost: the mail of job ${id}`),
      ...strange.slice(0, 5).map((id) => `doubled: a mail of job ${id}, which nobody left`),
      ...(twice > 0 ? [`doubled: ${twice} mails under a second Message-ID`] : []),
    ],
    remarks: again > 0 ? [`${again} sent again under the same Message-ID, killed between sending and noting`] : [],
  };
}

export const workerKilled: Fault = {
  name: "worker-killed",
  says: "the worker is killed (-9) during jobs",
  run: ({ server, choice }) => inSetting({ server, name: "worker-killed", choice }, killWorker),
};
