import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, statfsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startWatchdog } from "../watchdog.mjs";
import { initialise, startCluster } from "./cluster.mjs";
import { giveTo, locateCluster } from "./cluster-location.mjs";
import { app, owner } from "./role-names.mjs";
import { addressFor, makeDatabase, makeRoles } from "./roles.mjs";

/** For what is thrown away afterwards, waiting for the disk is time lost. */
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 200 };

const memory = "/dev/shm";
const gibibyte = 2 ** 30;

/** Copying a database is copying hundreds of small files: in memory, where there is room, that takes a seventh of the time. */
function findRoom() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= gibibyte ? memory : os.tmpdir();
  } catch {
    return os.tmpdir();
  }
}

/**
 * A PostgreSQL that lives as long as one run of the tests.
 * @param {{ root: string, durable?: boolean }} options `durable`: on disk, with fsync, for tests that kill it
 */
export async function startTemporary({ root, durable = false }) {
  const dataDir = path.join(root, ".data");
  mkdirSync(dataDir, { recursive: true });
  const folder = mkdtempSync(path.join(durable ? os.tmpdir() : findRoom(), "concerted-"));
  const guard = startWatchdog();
  guard.remove(folder);
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  const place = locateCluster({ root, dataDir, wanted: path.join(folder, path.basename(folder)) });
  guard.remove(place.data);
  giveTo(place.as, folder);
  const passwords = { postgres: password(), [owner]: password(), [app]: password() };
  const options = { ...place, password: passwords.postgres, settings: durable ? {} : careless };
  initialise(options);
  const onSpawn = ({ pid }) => guard.watch(pid);
  const start = (port) => startCluster({ ...options, port, logFile: path.join(folder, "postgres.log"), onSpawn });
  let cluster = await start();
  await makeRoles(cluster.url, passwords);
  return {
    superUrl: cluster.url,
    pid: cluster.pid,
    folder,
    /** Other processes and folders that are to go when this does. */
    guard,
    /** @param {string} database @param {string} role */
    urlFor: (database, role = app) => addressFor(cluster.url, { role, password: passwords[role], database }),
    /** @param {string} database */
    makeDatabase: (database) => makeDatabase(cluster.url, database),
    /** Ends it as a failing machine would, and starts it again where it was. */
    async crash() {
      process.kill(cluster.pid, "SIGKILL");
      await cluster.exited;
      cluster = await startAgain(() => start(cluster.port));
    },
    async stop() {
      await cluster.stop();
      await guard.release();
    },
  };
}

/** Those who were at work when it fell need a moment to notice; until then their memory is not free. */
async function startAgain(start) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      if (attempt === 50) throw error;
      await pause(100);
    }
  }
}

const password = () => randomBytes(24).toString("base64url");
