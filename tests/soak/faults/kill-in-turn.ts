import { setTimeout as pause } from "node:timers/promises";
import type { Finding } from "../finding";
import { startNode } from "../node-process";
import type { Setting } from "../setting";
import { underWrites } from "../under-writes";

const limit = 15_000;

/** The app and the database are killed in turn, so many times each, during so many writes: the sample for every day. */
export async function killInTurn(setting: Setting, least: number): Promise<Finding> {
  const node = await startNode(setting);
  return underWrites(setting, { origin: () => node.origin, limit, least }, async ({ untilWorks }) => {
    for (let round = 0; round < setting.rounds * 2; round++) {
      await pause(setting.chance.between(20, 300));
      const since = performance.now();
      if (round % 2 === 0) await node.kill().then(node.start);
      else await setting.server.crash();
      await untilWorks(since);
    }
    return setting.rounds * 2;
  });
}
