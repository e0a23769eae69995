import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const name = "concerted-small-disk";
const megabytes = 160;

const runs = (...words: string[]) => spawnSync(words[0] ?? "", words.slice(1), { stdio: "ignore" }).status === 0;

/** A disk of its own in memory, which only root may make. Null where that is not allowed. */
export function mountSmallDisk(): { folder: string; unmount: () => void } | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  clearStale();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  if (!runs("mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, name, folder)) {
    rmSync(folder, { recursive: true });
    return null;
  }
  const unmount = () => {
    if (!runs("umount", folder)) runs("umount", "-l", folder);
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, unmount };
}

/** What a run that was killed left mounted. One that is still in use refuses, and is left alone. */
function clearStale() {
  for (const line of readFileSync("/proc/mounts", "utf8").split("\n")) {
    const [device, folder] = line.split(" ");
    if (device === name && folder && runs("umount", folder)) rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that takes all the room there is, and goes again. */
export function ballastIn(folder: string) {
  const file = path.join(folder, "ballast");
  return {
    fill: () => {
      const handle = openSync(file, "a");
      const block = Buffer.alloc(256 * 1024);
      try {
        for (;;) writeSync(handle, block);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      } finally {
        closeSync(handle);
      }
    },
    free: () => rmSync(file, { force: true }),
  };
}
