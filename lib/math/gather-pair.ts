import path from "node:path";
import type { ComponentOptions } from "./components";
import type { StanceMatrix } from "./matrix";
import { meeting, type Shared, takeSegments } from "./thread-blocks";

/** From here on a second thread is worth its start. */
const manyVotes = 4_000_000;
/** Fixed, so that sums are added in the same order however the work was shared. */
const segments = 16;

type PairedGather = { readonly gather: NonNullable<ComponentOptions["gather"]>; readonly end: () => void };

const shareNumbers = (length: number) => new Float64Array(new SharedArrayBuffer(8 * length));

/**
 * Products of a large matrix by two threads over the same memory; null for a matrix that is not worth it. The result does
 * not depend, to the last bit, on which thread did what, nor on whether the second was there in time. The caller ends it.
 */
export function makePairedGather({ votes, blocks, columns, levels }: StanceMatrix): PairedGather | null {
  if (votes < manyVotes || blocks.length < segments) return null;
  const size = columns * levels.length;
  const shared: Shared = {
    blocks,
    meeting: new Int32Array(new SharedArrayBuffer(4 * meeting.length)),
    table: shareNumbers(size),
    sums: Array.from({ length: segments }, () => shareNumbers(size)),
  };
  const at = shared.meeting;
  const worker = startSecondThread(shared);
  // Without it the first does all of the work: an error is not seen here, so a test starts the thread by itself.
  worker.on("error", () => undefined);
  worker.unref();
  return {
    gather: (_, table, gathered) => {
      shared.table.set(table);
      Atomics.store(at, meeting.done, 0);
      Atomics.store(at, meeting.next, 0);
      Atomics.add(at, meeting.round, 1);
      Atomics.notify(at, meeting.round);
      takeSegments(shared);
      waitForAll(at);
      for (const sum of shared.sums)
        for (let code = 0; code < size; code++) gathered[code] = (gathered[code] as number) + (sum[code] as number);
    },
    end: () => {
      Atomics.store(at, meeting.ended, 1);
      Atomics.add(at, meeting.round, 1);
      Atomics.notify(at, meeting.round);
    },
  };
}

export function startSecondThread(shared: Shared) {
  // Not imported: a bundler would follow the path.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  return new Worker(path.join(process.cwd(), "lib", "math", "second-thread.mjs"), { workerData: shared });
}

function waitForAll(at: Int32Array) {
  for (;;) {
    const done = Atomics.load(at, meeting.done);
    if (done === segments) return;
    Atomics.wait(at, meeting.done, done);
  }
}

/** Does work with a second thread where the matrix is large, and ends that thread whatever happens. */
export function withPair<T>(matrix: StanceMatrix, work: (gather: ComponentOptions["gather"]) => T): T {
  const pair = makePairedGather(matrix);
  try {
    return work(pair?.gather);
  } finally {
    pair?.end();
  }
}
