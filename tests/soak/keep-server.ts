import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startCluster } from "../../bin/host/postgres/cluster.mjs";
import { locateCluster } from "../../bin/host/postgres/cluster-location.mjs";
import { identifyProcess } from "../../bin/host/process-lock.mjs";
import { root } from "./process";
import type { Setting } from "./setting";

const patience = 8_000;

export type Kept = {
  data: string;
  pid: () => number;
  /** Waits until the database is there again; starts it where it gave up. Says whether it had to. */
  revive: () => Promise<boolean>;
};

/** Does for a database that gives up by itself what `npm start` would: starts it on its own files, at its own address. */
export async function keepServer(setting: Pick<Setting, "ask" | "server" | "finally">): Promise<Kept> {
  const [found] = await setting.ask<{ data: string; pid: number }>(
    `SELECT current_setting('data_directory') AS data, split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid`,
  );
  if (!found) throw new Error("the database does not say where it is");
  let { pid } = found;
  return {
    data: found.data,
    pid: () => pid,
    async revive() {
      for (const deadline = Date.now() + patience; Date.now() < deadline && identifyProcess(pid); await pause(50))
        if (await answers(setting)) return false;
      if (identifyProcess(pid)) process.kill(pid, "SIGKILL");
      pid = await startAgain(setting, found.data);
      return true;
    },
  };
}

const answers = ({ ask }: Pick<Setting, "ask">) =>
  ask("SELECT 1").then(
    () => true,
    () => false,
  );

async function startAgain(
  { server, finally: later }: Pick<Setting, "server" | "finally">,
  data: string,
): Promise<number> {
  const { port, password } = new URL(server.superUrl);
  const options = {
    ...locateCluster({ root, dataDir: path.join(root, ".data"), wanted: data }),
    password: decodeURIComponent(password),
    port: Number(port),
    logFile: path.join(path.dirname(data), "again.log"),
    onSpawn: (spawned: { pid: number }) => server.guard.watch(spawned.pid),
  };
  for (let attempt = 1; ; attempt++) {
    try {
      const again = await startCluster(options);
      later(again.stop);
      return again.pid ?? 0;
    } catch (error) {
      if (attempt === 20) throw error;
      await pause(100);
    }
  }
}
