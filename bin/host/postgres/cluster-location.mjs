import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { UserError } from "../user-error.mjs";
import { copyBinaries, findBinaries } from "./binaries.mjs";

const outside = "/var/lib/concerted";
const nobody = { uid: 65534, gid: 65534 };

/**
 * Where PostgreSQL's programs and data lie, and as whom it runs. It refuses to run as root, so root lends it another
 * user; where that user cannot reach the folder (a home of mode 0700), both move to a place that it can reach.
 * @param {{ root: string, dataDir: string, wanted: string }} options `wanted`: the cluster's folder, its parent exists
 */
export function locateCluster({ root, dataDir, wanted }) {
  const native = findBinaries(root);
  if (process.getuid?.() !== 0) return { native, data: wanted, as: {}, moved: false };

  const known = knownOutside(root, dataDir);
  const reachable = mayReach(path.join(native, "bin", "postgres"), "/");
  if (!known && reachable && mayReach("true", path.dirname(wanted))) {
    return { native, data: wanted, as: nobody, moved: false };
  }
  const home = known ?? claimOutside(root, dataDir);
  const data = path.join(home, path.basename(wanted));
  if (existsSync(wanted) && !existsSync(data)) moveCluster(wanted, data);
  return { native: reachable ? native : copyBinaries(native, home), data, as: nobody, moved: true };
}

/** Asked of the system itself rather than read from modes: access lists and mounts have their say too. */
function mayReach(program, folder) {
  const { status } = spawnSync("/bin/sh", ["-c", 'cd "$1" && "$2" --version', "sh", folder, program], {
    ...nobody,
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}

const idFile = (dataDir) => path.join(dataDir, "postgres-id");

function knownOutside(root, dataDir) {
  if (!existsSync(idFile(dataDir))) return null;
  const home = path.join(outside, readFileSync(idFile(dataDir), "utf8").trim());
  const note = path.join(home, "belongs-to");
  if (!existsSync(note)) return null;
  const owner = readFileSync(note, "utf8").trim();
  const here = realpathSync(root);
  // A copied checkout carries the id along: it must not share the original's database.
  if (owner !== here && existsSync(idFile(path.join(owner, path.relative(root, dataDir))))) return null;
  if (owner !== here) writeFileSync(note, `${here}\n`);
  return home;
}

function claimOutside(root, dataDir) {
  const id = randomUUID();
  const home = path.join(outside, id);
  try {
    mkdirSync(home, { recursive: true });
    for (const folder of [outside, home]) chmodSync(folder, 0o755);
  } catch (error) {
    throw new UserError(
      `PostgreSQL cannot run as root and no other user may enter ${root}; making ${home} failed (${error.code}). Move the folder, run as an ordinary user, or set DATABASE_URL.`,
    );
  }
  writeFileSync(path.join(home, "belongs-to"), `${realpathSync(root)}\n`);
  writeFileSync(idFile(dataDir), `${id}\n`);
  return home;
}

/** The folder became unreachable after a first run: its content goes along, whole or not at all. */
function moveCluster(from, to) {
  cpSync(from, `${to}.moving`, { recursive: true, verbatimSymlinks: true });
  spawnSync("chown", ["-R", `${nobody.uid}:${nobody.gid}`, `${to}.moving`]);
  renameSync(`${to}.moving`, to);
  rmSync(from, { recursive: true });
}

/** Hands a file or folder to the user PostgreSQL runs as. */
export function giveTo(as, file) {
  if (as.uid !== undefined) chownSync(file, as.uid, as.gid);
}
