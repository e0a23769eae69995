import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { db, type Tx } from "../db/client";
import type { Download } from "../http/download";
import { onlySaved } from "../http/security-headers.mjs";
import { readClock } from "../time/clock";
import { toAttachment, toFileName } from "./file-name";
import { type FileType, mediaTypes } from "./file-type";

/** Of one file that is kept. */
export const maxFileBytes = 10_000_000;
/** Of one stretch of it, and how many stretches are in memory while it is sent out. */
const pieceBytes = 262_144;
const piecesAtOnce = 4;

type NewFile = { name: string; type: FileType; bytes: Uint8Array<ArrayBuffer> };

/**
 * Keeps a file in the database, in pieces: whatever holds the database holds it. The pieces are cut there, by one statement
 * that is as long as the file and no longer.
 */
export async function storeFile(tx: Tx, { name, type, bytes }: NewFile): Promise<string> {
  const id = randomUUID();
  await tx.storedFile.create({
    data: {
      ...{ id, name: toFileName(name, type), mediaType: mediaTypes[type], bytes: bytes.byteLength },
      ...{ digest: createHash("sha256").update(bytes).digest("hex"), createdAt: await readClock(tx) },
    },
  });
  await tx.$executeRaw`
    INSERT INTO "FilePiece" ("fileId", "number", "content")
    SELECT ${id}::uuid, n, substring(${bytes}::bytea FROM (n - 1) * ${pieceBytes}::int + 1 FOR ${pieceBytes}::int)
    FROM generate_series(1, ${Math.ceil(bytes.byteLength / pieceBytes)}::int) AS n`;
  return id;
}

/** Its content goes; that there was such a file, and its digest, stays. */
export const dropContent = (tx: Tx, fileId: string) => tx.filePiece.deleteMany({ where: { fileId } });

export const storedFileSelect = { id: true, name: true, mediaType: true, bytes: true, digest: true } as const;
type StoredFile = { id: string; name: string; mediaType: string; bytes: number; digest: string };

/** What lies in the database is not what was put there. */
export class DamagedFile extends Error {
  constructor(id: string) {
    super(`the content of file ${id} is not what its digest says`);
  }
}

/** Its content, a few pieces at a time. The last of them is given only once the whole has the digest that was noted. */
async function* readContent({ id, bytes, digest }: StoredFile): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let read = 0;
  for (let from = 1; read < bytes; from += piecesAtOnce) {
    // Asked for again while it is sent: all of it at once would be in memory for each reader.
    const pieces = await db.filePiece.findMany({
      where: { fileId: id, number: { gte: from, lt: from + piecesAtOnce } },
      orderBy: { number: "asc" },
      select: { content: true },
    });
    for (const { content } of pieces) hash.update(content);
    read += pieces.reduce((sum, { content }) => sum + content.byteLength, 0);
    if (pieces.length === 0) throw new DamagedFile(id);
    if (read >= bytes && (read > bytes || hash.digest("hex") !== digest)) throw new DamagedFile(id);
    for (const { content } of pieces) yield content;
  }
}

/** As a stream that reads on when its reader has taken what was read. It breaks off where the content is damaged. */
export async function openFile(file: StoredFile): Promise<ReadableStream<Uint8Array>> {
  const content = readContent(file);
  // Before an answer begins: what is damaged from the beginning is no file at all.
  let next: IteratorResult<Uint8Array> | null = await content.next();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = next ?? (await content.next());
        next = null;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await content.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** What a procedure that sends a kept file declares as its answer. */
export const storedDownload = z
  .file()
  .mime(Object.values(mediaTypes))
  .or(z.custom<ReadableStream<Uint8Array>>((it) => it instanceof ReadableStream));

/**
 * Only ever to be saved: a browser that is told to show it finds a document without any right. That it is of the type that it
 * says, and kept by nobody on the way, is said of every answer.
 */
export async function answerStored({ resHeaders }: Download, file: StoredFile): Promise<ReadableStream<Uint8Array>> {
  const stream = await openFile(file);
  resHeaders?.set("content-type", file.mediaType);
  resHeaders?.set("content-length", String(file.bytes));
  resHeaders?.set("content-disposition", toAttachment(file.name));
  // The build's own rules say the same of every address that ends in `/file`, since they are asked last.
  resHeaders?.set(onlySaved.key, onlySaved.value);
  return stream;
}
