import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { UserError } from "@/bin/host/user-error.mjs";
import { readNetwork } from "@/lib/network/read.settings";
import { ConfigurationError, env } from "@/lib/platform/env";

/** What a backup is sealed with. `id` names the key in the file and tells nothing of it. */
export type SealKey = { id: string; bytes: Buffer; demonstrationOnly: boolean };

/** The last line of a backup: a digest that anybody can compute, and a seal that needs the key. */
export type Seal = { sha256: string; key: string; hmac: string };

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const shape = z.strictObject({ sha256: hex(64), key: hex(16), hmac: hex(64) });

/** A gzip member of its own, made the same way on every machine, so that it can be compared byte by byte. */
function pack(line: object): Buffer {
  const bytes = gzipSync(`#${JSON.stringify(line)}\n`, { level: 0 });
  // The header names the time, the level and the system; none of them belongs here.
  return bytes.fill(0, 4, 9).fill(255, 9, 10);
}

const none = "0".repeat(64);

export const packSeal = ({ sha256, key, hmac }: Seal) => pack({ sha256, key, hmac });
/** How backups ended before they had a seal: whoever changed one could end it anew. */
export const packDigest = (sha256: string) => pack({ sha256 });
export const sealLength = packSeal({ sha256: none, key: none.slice(0, 16), hmac: none }).length;
export const digestLength = packDigest(none).length;

/** What the last bytes say; null where they are no seal. */
export function parseSeal(bytes: Buffer): Seal | null {
  try {
    const seal = shape.parse(JSON.parse(gunzipSync(bytes).toString().slice(1)));
    return packSeal(seal).equals(bytes) ? seal : null;
  } catch {
    return null;
  }
}

const derive = (secret: string, purpose: string) => Buffer.from(hkdfSync("sha256", secret, "concerted", purpose, 32));

export function makeSealKey(secret: string, { demonstrationOnly = false } = {}): SealKey {
  const bytes = derive(secret, demonstrationOnly ? "seal of a demonstration's backup" : "seal of a backup");
  const id = createHash("sha256").update("backup key").update(bytes).digest("hex").slice(0, 16);
  return { id, bytes, demonstrationOnly };
}

/** Covers the digest of all before it, and so all before it. */
export const makeHmac = ({ bytes }: SealKey, sha256: string) =>
  createHmac("sha256", bytes).update(`concerted backup\n${sha256}`).digest("hex");

export const isSealedWith = (key: SealKey, { sha256, hmac }: Seal) =>
  timingSafeEqual(Buffer.from(makeHmac(key, sha256), "hex"), Buffer.from(hmac, "hex"));

/** The key that a new backup is sealed with. The sign-in secret serves in the demonstration alone. */
export async function findSealingKey(): Promise<SealKey> {
  const { backupKey, secret } = env();
  if (backupKey) return makeSealKey(backupKey);
  if ((await readNetwork()).kind === "demonstration") return makeSealKey(secret, { demonstrationOnly: true });
  throw new ConfigurationError(
    "Configuration: BACKUP_KEY: must be set before a backup is made (32 characters or more, for instance from: openssl rand -hex 32). Keep it where neither the database nor the backups are.",
  );
}

/** The keys that a backup is checked with here. */
export function listSealKeys(): SealKey[] {
  const { backupKey, secret } = env();
  return [...(backupKey ? [makeSealKey(backupKey)] : []), makeSealKey(secret, { demonstrationOnly: true })];
}

export type Checked = { sealedWith: SealKey | null };

/** Refuses a seal that nobody here can vouch for; without one, only where the operator says so. */
export function checkSeal(file: string, seal: Seal | null, keys: readonly SealKey[], withoutSeal: boolean): Checked {
  const key = seal && keys.find(({ id }) => id === seal.key);
  if (seal && key) {
    if (isSealedWith(key, seal)) return { sealedWith: key };
    throw new UserError(`${file} was changed and sealed anew by somebody who does not have BACKUP_KEY.`);
  }
  if (withoutSeal) return { sealedWith: null };
  const [ours] = keys.filter((it) => !it.demonstrationOnly);
  const why = seal
    ? `${file} was sealed with another key, ${seal.key}; ${ours ? `BACKUP_KEY here is ${ours.id}` : "BACKUP_KEY is not set here"}. Give the key that it was made with as BACKUP_KEY to this one command.`
    : `${file} has no seal: it was made before backups had one, or by somebody who does not have BACKUP_KEY.`;
  throw new UserError(`${why} With --without-seal it is read as it is: nothing shows then that it was not changed.`);
}
