import { setTimeout as pause } from "node:timers/promises";
import type { Fault, Finding, Skipped, Trial } from "../finding";
import { type Kept, keepServer } from "../keep-server";
import { limitFiles } from "../limit-files";
import { startNode } from "../node-process";
import { inSetting, type Setting, startDurable } from "../setting";
import { ballastIn, mountSmallDisk } from "../small-disk";
import { underWrites } from "../under-writes";

const limit = 15_000;
const fullFor = 8_000;

/** Makes the disk full, and room again. */
type Fill = { fill: () => void; free: () => void; says: string };

/** The disk is full while everybody writes; then there is room again, and the database is started if it fell. */
async function fillDisk(setting: Setting, kept: Kept, { fill, free, says }: Fill): Promise<Finding> {
  const node = await startNode(setting);
  const rounds = Math.max(1, Math.round(setting.rounds / 20));
  let fell = 0;
  let refused = 0;
  setting.finally(free);
  const finding = await underWrites(setting, { origin: () => node.origin, limit }, async ({ journal, untilWorks }) => {
    for (let round = 0; round < rounds; round++) {
      await pause(setting.chance.between(50, 400));
      const before = journal.failures;
      fill();
      if (await untilRefused(setting, () => journal.failures > before)) refused += 1;
      const since = performance.now();
      free();
      if (await kept.revive()) fell += 1;
      await untilWorks(since);
    }
    return rounds;
  });
  const broken = refused < rounds ? ["the disk was not full: no call was refused"] : [];
  const remarks = [says, `the database gave up ${fell} times and was started again`, ...finding.remarks];
  return { ...finding, broken: [...broken, ...finding.broken], remarks };
}

/** What is on disk already is written on for a while, so the database is asked to begin a new file of its log. */
async function untilRefused(setting: Setting, isRefused: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + fullFor; Date.now() < deadline; await pause(50)) {
    await setting.ask("SELECT pg_switch_wal()").catch(() => undefined);
    if (isRefused()) return true;
  }
  return false;
}

async function onSmallDisk({ choice }: Trial): Promise<Finding | null> {
  const disk = mountSmallDisk();
  if (!disk) return null;
  const before = process.env.TMPDIR;
  process.env.TMPDIR = disk.folder;
  const server = await startDurable().finally(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });
  try {
    return await inSetting({ server, name: "disk-full", choice }, async (setting) => {
      const kept = await keepServer(setting);
      if (!kept.data.startsWith(disk.folder)) return null;
      return fillDisk(setting, kept, { ...ballastIn(disk.folder), says: "on a small disk in memory" });
    });
  } finally {
    await server.stop();
    disk.unmount();
  }
}

/** Where no disk may be mounted, or PostgreSQL may not work on it. */
export async function underLimit({ choice }: Trial): Promise<Finding | Skipped> {
  const server = await startDurable();
  try {
    return await inSetting({ server, name: "disk-full", choice }, async (setting) => {
      const kept = await keepServer(setting);
      const limited = limitFiles(kept.pid);
      if (!limited) return { skipped: "neither a small disk (root) nor a limit on files (prlimit) is to be had here" };
      return fillDisk(setting, kept, limited);
    });
  } finally {
    await server.stop();
  }
}

export const diskFull: Fault = {
  name: "disk-full",
  says: "the disk is full",
  run: async (trial) => (await onSmallDisk(trial)) ?? underLimit(trial),
};
