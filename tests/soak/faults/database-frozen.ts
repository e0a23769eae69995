import { setTimeout as pause } from "node:timers/promises";
import { call } from "../call";
import { FaultProxy } from "../fault-proxy";
import type { Fault, Finding } from "../finding";
import { startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";
import { underWrites } from "../under-writes";

const frozenFor = 30_000;
const slowFor = 5_000;
const awayFor = 3_000;
const limit = 15_000;

/** What anyone waits at most, whatever the database does: five seconds for a connection, eight for the work, and some. */
const answerWithin = 15_000;

/** The line to the database is slow, then silent for half a minute, then cut again and again, then away. */
export async function freezeDatabase(setting: Setting): Promise<Finding> {
  const url = new URL(setting.env.DATABASE_URL ?? "");
  const proxy = await FaultProxy.start({ port: Number(url.port) });
  setting.finally(() => proxy.stop());
  url.port = String(proxy.port);
  const node = await startNode(setting, { env: { DATABASE_URL: url.href } });
  const remarks: string[] = [];
  const broken: string[] = [];
  let slowest = 0;
  const plan = { origin: () => node.origin, limit, within: frozenFor + 15_000 };
  const finding = await underWrites(setting, plan, async ({ journal, untilWorks }) => {
    const note = (what: string) => {
      remarks.push(`${what}: slowest answer ${(journal.slowest / 1000).toFixed(1)} s`);
      slowest = Math.max(slowest, journal.slowest);
      journal.slowest = 0;
    };
    proxy.delay = 40;
    await pause(slowFor);
    proxy.delay = 0;
    await untilWorks(performance.now());
    note("slow");

    proxy.freeze();
    await pause(frozenFor / 2);
    const { status, ms } = await call(node.origin, { method: "GET", path: "/api/health/live", within: 5_000 });
    if (status !== 200)
      broken.push(`while the database is silent the node does not say that it lives (${Math.round(ms)} ms)`);
    await pause(frozenFor / 2);
    proxy.thaw();
    await untilWorks(performance.now());
    note("silent for 30 s");

    for (let round = 0; round < setting.rounds; round++) {
      await pause(setting.chance.between(5, 60));
      proxy.cut();
      await untilWorks(performance.now());
    }
    note(`cut ${setting.rounds} times`);
    proxy.closed = true;
    proxy.cut();
    await pause(awayFor);
    proxy.closed = false;
    await untilWorks(performance.now());
    note("away for 3 s");
    return setting.rounds + 3;
  });
  if (slowest > answerWithin)
    broken.push(`an answer took ${(slowest / 1000).toFixed(1)} s, more than ${answerWithin / 1000} s`);
  return { ...finding, broken: [...broken, ...finding.broken], remarks: [...remarks, ...finding.remarks] };
}

export const databaseFrozen: Fault = {
  name: "database-frozen",
  says: "the database is slow, silent, cut off, away",
  run: ({ server, choice }) => inSetting({ server, name: "database-frozen", choice }, freezeDatabase),
};
