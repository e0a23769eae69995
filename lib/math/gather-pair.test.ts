import { once } from "node:events";
import { expect, test } from "vitest";
import { startSecondThread } from "./gather-pair";
import { meeting } from "./thread-blocks";

const parts = 3;

test("the second thread starts from its file and takes on work by itself", async () => {
  const at = new Int32Array(new SharedArrayBuffer(4 * meeting.length));
  const numbers = () => new Float64Array(new SharedArrayBuffer(8));
  const worker = startSecondThread({
    blocks: [],
    meeting: at,
    table: numbers(),
    sums: Array.from({ length: parts }, numbers),
  });
  // A product is asked for before the thread is there: it has to see that by itself.
  Atomics.add(at, meeting.round, 1);
  const ended = once(worker, "exit");
  while (Atomics.load(at, meeting.done) < parts) {
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), ended]);
    if (worker.threadId === -1) break;
  }
  expect(Atomics.load(at, meeting.done)).toBe(parts);
  Atomics.store(at, meeting.ended, 1);
  Atomics.add(at, meeting.round, 1);
  Atomics.notify(at, meeting.round);
  expect(await ended).toEqual([0]);
});
