import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { findEncoding } from "@/lib/platform/files/encoding";
import { InputError } from "./fault";

/** Bytes of whole lines, and how much of the file they bring us to, from 0 to 1; unknown for standard input. */
export type Piece = { readonly bytes: Buffer; readonly share: number };

const pieceBytes = 1 << 20;
const newline = 0x0a;

/** A file in pieces that end where a line ends. @throws {InputError} where it cannot be read */
export async function* readPieces(file: string): AsyncGenerator<Piece> {
  let left: Buffer = Buffer.alloc(0);
  let read = 0;
  const size = await measure(file);
  try {
    for await (const chunk of toUtf8(open(file), (size) => (read += size))) {
      const bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk;
      const end = bytes.lastIndexOf(newline) + 1;
      left = bytes.subarray(end);
      if (end > 0) yield { bytes: bytes.subarray(0, end), share: size > 0 ? read / size : 0 };
    }
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new InputError(`${file}: ${error.message}`);
    throw error;
  }
  if (left.length > 0) yield { bytes: left, share: 1 };
}

/** UTF-16, as spreadsheets also write it, becomes UTF-8 on the way; everything else stays as it is. */
async function* toUtf8(chunks: AsyncIterable<Buffer>, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined;
  for await (const chunk of chunks) {
    count(chunk.length);
    if (decoder === undefined) {
      const encoding = findEncoding(chunk);
      decoder = encoding === "utf-8" ? null : new TextDecoder(encoding, { fatal: true });
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
}

const open = (file: string): AsyncIterable<Buffer> =>
  file === "-" ? process.stdin : createReadStream(file, { highWaterMark: pieceBytes });

async function measure(file: string): Promise<number> {
  if (file === "-") return 0;
  const found = await stat(file).catch(() => null);
  if (!found) throw new InputError(`${file}: there is no such file.`);
  if (!found.isFile() && !found.isFIFO() && !found.isCharacterDevice())
    throw new InputError(`${file}: this is not a file.`);
  return found.size;
}
