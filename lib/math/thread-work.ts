import { parentPort } from "node:worker_threads";
import type { ThreadReply, ThreadRequest } from "./messages";
import { Cancelled, type Run } from "./progress";
import { tasks } from "./tasks";

/** Milliseconds between two words about progress. */
const pause = 50;

const postReply = (word: ThreadReply) => parentPort?.postMessage(word);

function toRun(number: number, flag: Int32Array): Run {
  let last = 0;
  return {
    cancelled: () => Atomics.load(flag, 0) === 1,
    progress: (stage, share) => {
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      postReply({ number, progress: { stage, share } });
    },
  };
}

function work({ number, task, input, flag }: ThreadRequest) {
  try {
    // Who sends an order has its types checked; here its input is whatever that task takes.
    const compute = tasks[task] as (input: unknown, run: Run) => unknown;
    postReply({ number, result: compute(input, toRun(number, flag)) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    postReply({ number, failure: { cancelled: error instanceof Cancelled, message } });
  }
}

parentPort?.on("message", work);
