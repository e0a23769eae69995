import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";

const bytes = "8192";

/** Asked as the user whose process it is: that needs no privilege, where even root may lack the one for others'. */
function limit(pid: number, size: string): boolean {
  const { uid, gid } = statSync(`/proc/${pid}`, { throwIfNoEntry: false }) ?? {};
  if (uid === undefined || gid === undefined) return false;
  const as = process.getuid?.() === 0 ? { uid, gid } : {};
  return spawnSync("prlimit", ["--pid", String(pid), `--fsize=${size}:`], { ...as, stdio: "ignore" }).status === 0;
}

/**
 * For whoever may not mount a disk: the system lets no file of the database grow, and tells it so as it does of a full
 * disk. Null where there is no such limit to be set.
 */
export function limitFiles(server: () => number) {
  if (!limit(server(), "unlimited")) return null;
  const limitAll = (size: string) => {
    for (const pid of [server(), ...childrenOf(server())]) limit(pid, size);
  };
  return {
    says: "by a limit on the size of files, for want of a small disk",
    fill: () => limitAll(bytes),
    free: () => limitAll("unlimited"),
  };
}

/** Those that serve a connection each, and those that tidy up. */
function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, "utf8").split(" ").filter(Boolean).map(Number) : [];
}
