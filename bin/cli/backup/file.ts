import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, gzipSync } from "node:zlib";
import { UserError } from "@/bin/host/user-error.mjs";

/**
 * The last bytes of the file: a gzip member of its own that says the sha256 of all before it. Made the same way on every
 * machine, so that it can be compared byte by byte.
 */
function seal(digest: string): Buffer {
  const bytes = gzipSync(`#${JSON.stringify({ sha256: digest })}\n`, { level: 0 });
  // The header names the time, the level and the system; none of them belongs here.
  return bytes.fill(0, 4, 9).fill(255, 9, 10);
}

const sealLength = seal("0".repeat(64)).length;

export type Written = { file: string; bytes: number; digest: string };

/** Writes the text into a new file of this folder, aside and then named: half a backup never looks like one. */
export async function writeFile(folder: string, text: AsyncIterable<string>): Promise<Written> {
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
        yield count(seal(content.digest("hex")));
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

/** Refuses a file that is not, byte for byte, one that was written whole. Says the digest of it all. */
export async function checkFile(file: string): Promise<string> {
  const { size } = await stat(file).catch(() => {
    throw new UserError(`There is no file ${file}.`);
  });
  const [content, whole] = [createHash("sha256"), createHash("sha256")];
  const sealAt = size - sealLength;
  if (sealAt < 0) throw new UserError(`${file} is no whole backup: its end is missing.`);
  let at = 0;
  const last: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    whole.update(chunk);
    content.update(chunk.subarray(0, Math.max(0, sealAt - at)));
    last.push(chunk.subarray(Math.min(chunk.length, Math.max(0, sealAt - at))));
    at += chunk.length;
  }
  if (!Buffer.concat(last).equals(seal(content.digest("hex"))))
    throw new UserError(`${file} is not what was written: some of it was changed, or its end is missing.`);
  return whole.digest("hex");
}

/** The lines of a checked file. A line ends at a line feed and nowhere else, whatever a text in it holds. */
export async function* readFileLines(file: string): AsyncGenerator<string> {
  const { size } = await stat(file);
  const packed = createReadStream(file, { end: size - sealLength - 1 });
  let rest = "";
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  for await (const chunk of packed.pipe(unpacked).setEncoding("utf8") as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
