import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { addressFor } from "@/bin/host/postgres/roles.mjs";
import { call, type NodeAnswer } from "../call";
import type { Fault, Finding } from "../finding";
import { type AppNode, startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";
import { underWrites } from "../under-writes";

const crowd = 150;
const lockDuration = 6_000;
const limit = 15_000;
const answerWithin = 15_000;
const turnedAwayWithin = 1_000;

/** Someone holds a table that every write needs, and a crowd comes: more than there are connections and places. */
export async function exhaustPool(setting: Setting): Promise<Finding> {
  const node = await startNode(setting);
  const broken: string[] = [];
  const remarks: string[] = [];
  const plan = { origin: () => node.origin, limit };
  const finding = await underWrites(setting, plan, async ({ untilWorks }) => {
    const rounds = Math.max(1, Math.round(setting.rounds / 20));
    for (let round = 0; round < rounds; round++) {
      const letGo = await lockPositions(setting);
      const crowded = Promise.all(Array.from({ length: crowd }, () => write(setting, node)));
      await pause(500);
      const live = await call(node.origin, { method: "GET", path: "/api/health/live", within: 2_000 });
      if (live.status !== 200) broken.push("a crowded node does not say that it lives");
      await pause(lockDuration - 500);
      await letGo();
      const since = performance.now();
      const answers = await crowded;
      await untilWorks(since);
      broken.push(...whatIsWrong(answers));
      remarks.push(describe(answers));
    }
    return rounds;
  });
  return { ...finding, broken: [...broken, ...finding.broken], remarks: [...remarks, ...finding.remarks] };
}

/** Holds the table of heads until told to let go. */
async function lockPositions({ server, env }: Setting): Promise<() => Promise<void>> {
  const database = new URL(env.DATABASE_URL ?? "").pathname.slice(1);
  const client = new pg.Client({ connectionString: addressFor(server.superUrl, { database }) });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE "Position" IN ACCESS EXCLUSIVE MODE`);
  return () => client.end();
}

/** A signature on what is not there: refused when somebody gets to it. */
function write({ world }: Setting, { origin }: AppNode): Promise<NodeAnswer> {
  const desk = world.desks[0];
  if (!desk) throw new Error("the world is empty");
  const path = `/api/v1/positions/${desk.organization}/${desk.propositions.at(-1)}/withdrawal`;
  const asked = { method: "POST", path, token: desk.token, ifMatch: 999_999, key: crypto.randomUUID() } as const;
  return call(origin, { ...asked, body: {}, within: 40_000 });
}

function whatIsWrong(answers: NodeAnswer[]): string[] {
  const slowest = Math.max(...answers.map(({ ms }) => ms));
  const none = answers.filter(({ status }) => status === 0).length;
  const done = answers.filter(({ status }) => status === 200).length;
  const away = answers.filter(({ status }) => status === 503);
  const lateAway = away.filter(({ ms }) => ms > turnedAwayWithin).length;
  return [
    ...(none > 0 ? [`${none} of a crowd of ${crowd} got no answer`] : []),
    ...(done > 0 ? [`${done} of a crowd were told of success without cause`] : []),
    ...(away.length === 0 ? ["nobody of the crowd was turned away"] : []),
    ...(lateAway > away.length / 2 ? [`${lateAway} of ${away.length} were turned away only after a second`] : []),
    ...(slowest > answerWithin ? [`an answer took ${(slowest / 1000).toFixed(1)} s`] : []),
  ];
}

function describe(answers: NodeAnswer[]): string {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  const told = [...counts].sort(([one], [other]) => one - other).map(([status, count]) => `${status} × ${count}`);
  const slowest = Math.max(...answers.map(({ ms }) => ms));
  return `a crowd of ${crowd}: ${told.join(", ")}, slowest ${(slowest / 1000).toFixed(1)} s`;
}

export const poolExhausted: Fault = {
  name: "pool-exhausted",
  says: "all connections are taken, and a crowd comes",
  run: ({ server, choice }) => inSetting({ server, name: "pool-exhausted", choice }, exhaustPool),
};
