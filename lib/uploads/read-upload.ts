import { Refusal } from "../platform/http/refusal";
import type { UploadInput, UploadKind, UploadResult } from "./kinds";
import { patience } from "./patience";
import { ReadingThread } from "./reading-thread";

/** Files that are read at once on this node, and files that may wait: each may hold a connection to the database meanwhile. */
const maxThreads = 2;
const maxWaiting = 2;

type Room = {
  made: number;
  readonly free: ReadingThread[];
  readonly waiting: ((thread: ReadingThread) => void)[];
  readonly readers: Set<string>;
};

// A reload in development must not leave a thread behind.
const kept = globalThis as typeof globalThis & { concertedUploads?: Room };
kept.concertedUploads ??= { made: 0, free: [], waiting: [], readers: new Set() };
const room = kept.concertedUploads;

function takeThread(): ReadingThread | Promise<ReadingThread> {
  const free = room.free.pop();
  if (free) return free;
  if (room.made < maxThreads) {
    room.made += 1;
    return new ReadingThread();
  }
  if (room.waiting.length >= maxWaiting) throw new Refusal("TOO_MANY_REQUESTS", "filesAtWork", { retryAfter: 3 });
  return new Promise((take) => room.waiting.push(take));
}

function giveBack(thread: ReadingThread) {
  const next = room.waiting.shift();
  if (next) next(thread);
  else room.free.push(thread);
}

type Upload<Kind extends UploadKind> = {
  readonly kind: Kind;
  /**
   * For whom it is read, such as `organization/<id>`: one file at a time. The machine's own command line is nobody, and waits
   * as long as it takes.
   */
  readonly by: string | null;
} & UploadInput<Kind>;

/**
 * Reads an uploaded file in a thread of its own, within the time for its kind. There is no other way to read what came from
 * outside: a file can be made to keep its reader busy for minutes, and everybody else would wait.
 *
 * @throws {UploadFault} for a file that is at fault, or takes too long
 * @throws {Refusal} where another file is being read for the same reader, or too many for others
 */
export async function readUpload<Kind extends UploadKind>(upload: Upload<Kind>): Promise<UploadResult<Kind>> {
  const { kind, by, ...input } = upload;
  if (by !== null && room.readers.has(by)) throw new Refusal("TOO_MANY_REQUESTS", "fileAtWork", { retryAfter: 2 });
  if (by !== null) room.readers.add(by);
  try {
    return (await readInThread(
      { kind, input },
      by === null ? Number.POSITIVE_INFINITY : patience[kind],
    )) as UploadResult<Kind>;
  } finally {
    if (by !== null) room.readers.delete(by);
  }
}

async function readInThread(order: { kind: UploadKind; input: unknown }, most: number) {
  const thread = await takeThread();
  try {
    return await thread.read(order, most);
  } finally {
    giveBack(thread);
  }
}
