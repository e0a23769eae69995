import { freePort } from "@/bin/host/postgres/cluster.mjs";
import { startBalancer } from "../balancer";
import type { Fault, Finding } from "../finding";
import { startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";
import { underWrites } from "../under-writes";

const limit = 10_000;
const drainWithin = 11_000;

/** Two nodes on one database behind a proxy, told to leave and started again in turn, while everybody goes on writing. */
export async function restartInTurn(setting: Setting): Promise<Finding> {
  const port = await freePort();
  const env = { APP_ORIGIN: `http://localhost:${port}` };
  const nodes = [await startNode(setting, { env }), await startNode(setting, { env })];
  const ports = nodes.map((node) => node.port);
  const balancer = await startBalancer(setting, ports, port);
  const broken: string[] = [];
  let slowestDrain = 0;
  const finding = await underWrites(
    setting,
    { origin: () => balancer.origin, limit },
    async ({ journal, untilWorks }) => {
      const rounds = Math.max(2, Math.round(setting.rounds / 5));
      for (let round = 0; round < rounds; round++) {
        const node = nodes[round % nodes.length];
        if (!node) throw new Error("there is no node");
        const since = performance.now();
        const code = await node.stop();
        slowestDrain = Math.max(slowestDrain, performance.now() - since);
        if (code !== 0) broken.push(`a node that was asked to leave ended with ${code}: ${node.running().output()}`);
        await untilWorks(since);
        node.start();
        await node.untilReady();
        await untilWorks(performance.now());
      }
      for (const [status, count] of journal.statuses)
        if (status !== 200) broken.push(`${count} calls failed with ${status === 0 ? "no answer" : status}`);
      return rounds;
    },
  );
  if (slowestDrain > drainWithin) broken.push(`a node took ${Math.round(slowestDrain)} ms to leave`);
  const remarks = [balancer.says, `slowest clean end ${(slowestDrain / 1000).toFixed(1)} s`, ...finding.remarks];
  return { ...finding, broken: [...broken, ...finding.broken], remarks };
}

export const rollingRestart: Fault = {
  name: "rolling-restart",
  says: "two nodes behind a proxy restart in turn",
  run: ({ server, choice }) => inSetting({ server, name: "rolling-restart", choice }, restartInTurn),
};
