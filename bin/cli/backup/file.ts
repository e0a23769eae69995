import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { UserError } from "@/bin/host/user-error.mjs";
import {
  checkSeal,
  digestLength,
  makeHmac,
  packDigest,
  packSeal,
  parseSeal,
  type Seal,
  type SealKey,
  sealLength,
} from "./seal";

export type Written = { file: string; bytes: number; digest: string };

/** Writes the text into a new file of this folder, aside and then named: half a backup never looks like one. */
export async function writeFile(folder: string, text: AsyncIterable<string>, key: SealKey): Promise<Written> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `concerted-${new Date().toISOString().replaceAll(/[-:.]/g, "")}.backup`);
  const half = `${file}.part`;
  const [content, whole] = [createHash("sha256"), createHash("sha256")];
  let bytes = 0;
  try {
    const out = createWriteStream(half, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(
      Readable.from(text),
      createGzip(),
      async function* (packed: AsyncIterable<Buffer>) {
        const count = (chunk: Buffer) => {
          whole.update(chunk);
          bytes += chunk.length;
          return chunk;
        };
        for await (const chunk of packed) {
          content.update(chunk);
          yield count(chunk);
        }
        const sha256 = content.digest("hex");
        yield count(packSeal({ sha256, key: key.id, hmac: makeHmac(key, sha256) }));
      },
      out,
    );
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  await settle(folder);
  return { file, bytes, digest: whole.digest("hex") };
}

/** The name, too, has to be on disk. Some systems cannot open a folder; there the name is as safe as it gets. */
async function settle(folder: string) {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

type Ending = { seal: Seal | null; at: number };

/** How the file ends, and where that begins. */
async function readEnding(file: string): Promise<Ending> {
  const { size } = await stat(file).catch(() => {
    throw new UserError(`There is no file ${file}.`);
  });
  if (size < digestLength) throw new UserError(`${file} is no whole backup: its end is missing.`);
  const last: Buffer[] = [];
  for await (const chunk of createReadStream(file, { start: Math.max(0, size - sealLength) })) last.push(chunk);
  const seal = parseSeal(Buffer.concat(last));
  return { seal, at: size - (seal ? sealLength : digestLength) };
}

export type CheckedFile = { digest: string; sealedWith: SealKey | null };

type Trust = { keys: readonly SealKey[]; withoutSeal?: boolean };

/** Refuses a file that is not, byte for byte, one that was written whole and sealed with one of these keys. Says the digest of it all. */
export async function checkFile(file: string, { keys, withoutSeal = false }: Trust): Promise<CheckedFile> {
  const { seal, at: end } = await readEnding(file);
  const [content, whole] = [createHash("sha256"), createHash("sha256")];
  let at = 0;
  const last: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    whole.update(chunk);
    content.update(chunk.subarray(0, Math.max(0, end - at)));
    last.push(chunk.subarray(Math.min(chunk.length, Math.max(0, end - at))));
    at += chunk.length;
  }
  const sha256 = content.digest("hex");
  if (!Buffer.concat(last).equals(seal ? packSeal({ ...seal, sha256 }) : packDigest(sha256)))
    throw new UserError(`${file} is not what was written: some of it was changed, or its end is missing.`);
  return { digest: whole.digest("hex"), ...checkSeal(file, seal, keys, withoutSeal) };
}

/** The lines of a checked file. A line ends at a line feed and nowhere else, whatever a text in it holds. */
export async function* readFileLines(file: string): AsyncGenerator<string> {
  const { at: end } = await readEnding(file);
  const packed = createReadStream(file, { end: end - 1 });
  let rest = "";
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  for await (const chunk of packed.pipe(unpacked).setEncoding("utf8") as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
