import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * One number for the content of files and folders, whatever their dates.
 * @param {string} root
 * @param {string[]} names
 * @param {(name: string) => boolean} [skip]
 */
export function digestOf(root, names, skip = () => false) {
  const hash = createHash("sha256");
  const add = (name) => {
    const file = path.join(root, name);
    if (skip(name) || !existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const inner of readdirSync(file).sort()) add(path.join(name, inner));
      return;
    }
    const bytes = readFileSync(file);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  };
  for (const name of names) add(name);
  return hash.digest("hex");
}

/**
 * Works only when something changed. The stamp goes first and comes back last, so that work cut short is done again.
 * @returns {Promise<boolean>} whether it worked
 */
export async function whenChanged(stamp, digest, work) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return false;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}
