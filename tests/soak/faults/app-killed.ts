import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "../finding";
import { startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";
import { underWrites } from "../under-writes";

const limit = 10_000;

/** The app ends at once, at a random moment, and is started again where it was. */
export async function killApp(setting: Setting) {
  const node = await startNode(setting);
  return underWrites(setting, { origin: () => node.origin, limit }, async ({ untilWorks }) => {
    for (let round = 0; round < setting.rounds; round++) {
      await pause(setting.chance.between(20, 400));
      const since = performance.now();
      await node.kill();
      node.start();
      await untilWorks(since);
    }
    return setting.rounds;
  });
}

export const appKilled: Fault = {
  name: "app-killed",
  says: "the app is killed (-9) during writes",
  run: ({ server, choice }) => inSetting({ server, name: "app-killed", choice }, killApp),
};
