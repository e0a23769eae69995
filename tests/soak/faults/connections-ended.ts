import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "../finding";
import { startNode } from "../node-process";
import { inSetting, type Setting } from "../setting";
import { underWrites } from "../under-writes";

const limit = 10_000;

/** One of those in the middle of a transaction, by chance the one that waits for its next statement. */
const endOne = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = (
  SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND xact_start IS NOT NULL AND usename = 'concerted_app' ORDER BY random() LIMIT 1)`;

/** The database ends a connection in the middle of its transaction, at a random moment. */
export async function endConnections(setting: Setting) {
  const node = await startNode(setting);
  return underWrites(setting, { origin: () => node.origin, limit }, async ({ untilWorks }) => {
    for (let round = 0; round < setting.rounds; round++) {
      await pause(setting.chance.between(5, 60));
      while ((await setting.ask(endOne)).length === 0) await pause(1);
      await untilWorks(performance.now());
    }
    return setting.rounds;
  });
}

export const connectionsEnded: Fault = {
  name: "connections-ended",
  says: "the database ends connections within transactions",
  run: ({ server, choice }) => inSetting({ server, name: "connections-ended", choice }, endConnections),
};
