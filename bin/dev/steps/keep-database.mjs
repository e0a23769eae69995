import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "./database.mjs";

/** The database, started again where it was when it falls: everything acknowledged is on disk, so nothing is lost. */
export async function keepDatabase({ leave, onStart, say, note, ...options }) {
  let server = null;
  let stopped = false;
  leave.first(async () => {
    stopped = true;
    await server?.stop();
  });
  const onSpawn = (spawned) => {
    server = spawned;
    onStart(spawned.pid);
  };
  const database = await openDatabase({ ...options, note, onSpawn });

  const watch = async (exited) => {
    const code = await exited;
    if (stopped) return;
    say(`PostgreSQL ended (${code}); it starts again.`);
    for (let attempt = 1; ; attempt++) {
      try {
        const again = await openDatabase({ ...options, port: database.port, onSpawn });
        return watch(again.exited);
      } catch (error) {
        if (stopped) return;
        if (attempt === 5) return leave(1, error);
        await pause(1_000 * attempt);
      }
    }
  };
  void watch(database.exited);
  return database;
}
