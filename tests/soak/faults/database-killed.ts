import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "../finding";
import { startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";
import { underWrites } from "../under-writes";

const limit = 15_000;

/** The database ends at once, at a random moment, and is started again on what it had on disk. The app is left alone. */
export async function killDatabase(setting: Setting) {
  const node = await startNode(setting);
  return underWrites(setting, { origin: () => node.origin, limit }, async ({ untilWorks }) => {
    for (let round = 0; round < setting.rounds; round++) {
      await pause(setting.chance.between(20, 400));
      const since = performance.now();
      await setting.server.crash();
      await untilWorks(since);
    }
    return setting.rounds;
  });
}

export const databaseKilled: Fault = {
  name: "database-killed",
  says: "the database is killed (-9) during writes",
  run: ({ server, choice }) => inSetting({ server, name: "database-killed", choice }, killDatabase),
};
