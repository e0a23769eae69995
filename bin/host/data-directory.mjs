import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { app, owner } from "./postgres/role-names.mjs";
import { UserError } from "./user-error.mjs";

/** Everything that is not the program: the database, its passwords, mail that was not sent. Private to who runs it. */
export function openDataDirectory(root) {
  const folder = path.resolve(root, process.env.CONCERTED_DATA_DIR || ".data");
  mkdirSync(folder, { recursive: true });
  // Root lends PostgreSQL another user, who has to pass through; the secrets themselves stay closed.
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  return folder;
}

/** @param {string} folder @returns {{ AUTH_SECRET: string, postgres: string, [role: string]: string }} */
export function readSecrets(folder) {
  const file = path.join(folder, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  if (existsSync(path.join(folder, "postgres", "PG_VERSION"))) {
    throw new UserError(
      `${file} is missing, and only it opens the database beside it. Put it back, or move ${folder} away to start anew.`,
    );
  }
  const make = () => randomBytes(32).toString("base64url");
  const secrets = { AUTH_SECRET: make(), postgres: make(), [owner]: make(), [app]: make() };
  writeAtomically(file, secrets);
  return secrets;
}

/** Replaces a file in one move: whoever reads it, or loses power, sees the old one or the new one. */
export function writeAtomically(file, content) {
  const half = `${file}.${process.pid}`;
  const handle = openSync(half, "w", 0o600);
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(half, file);
}

/** What the servers say: beside the data when somebody sits before a screen, else to whoever started us. */
export function openLog(folder) {
  if (!process.stdout.isTTY) return { print: (chunk) => process.stdout.write(chunk), place: null };
  const place = path.join(folder, "concerted.log");
  const flags = (statSync(place, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000 ? "w" : "a";
  // A full disk must not end the servers for want of a line in their log.
  const log = createWriteStream(place, { flags, mode: 0o600 }).on("error", () => {});
  return { print: (chunk) => log.write(chunk), place };
}

/** What runs right now, for commands that join it and for the start that has to clean up after it. */
export const runtimeFile = (folder) => path.join(folder, "runtime.json");

export function readRuntime(folder) {
  try {
    return JSON.parse(readFileSync(runtimeFile(folder), "utf8"));
  } catch {
    return null;
  }
}
