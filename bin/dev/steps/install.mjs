import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mustRun } from "../../host/child-processes.mjs";
import { digestOf, whenChanged } from "../../host/digest.mjs";

/** Installs exactly what the lock file names, unless that is what is there. @returns {Promise<boolean>} */
export async function install(root) {
  const stamp = path.join(root, "node_modules", ".concerted-lock");
  const digest = `${digestOf(root, ["package-lock.json"])} ${process.platform}-${process.arch}`;
  if (!existsSync(stamp) && matchesLock(root)) writeFileSync(stamp, digest);
  return whenChanged(stamp, digest, async () => {
    // No package needs its install script: the one that matters, PostgreSQL's links, is done by bin/host/postgres.
    const flags = ["--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    await mustRun([...npm(), "ci", ...flags], { cwd: root });
  });
}

/** The npm that called us, if one did. */
export function npm() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith("npm-cli.js") ? [process.execPath, cli] : ["npm"];
}

/** Whether someone already ran `npm ci` by hand: npm notes what it installed when it has finished. */
function matchesLock(root) {
  const note = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const there = JSON.parse(readFileSync(note, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === "" || (entry.optional && !madeForThis(entry))) return true;
    return there[name]?.version === entry.version && there[name]?.integrity === entry.integrity;
  });
}

const madeForThis = ({ os, cpu, libc }) =>
  Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc);
