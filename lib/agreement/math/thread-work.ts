import { parentPort } from "node:worker_threads";
import type { Order, Word } from "./messages";
import { Cancelled, type Run } from "./run";
import { tasks } from "./tasks";

/** Milliseconds between two words about progress. */
const pause = 50;

const say = (word: Word) => parentPort?.postMessage(word);

function toRun(number: number, flag: Int32Array): Run {
  let last = 0;
  return {
    cancelled: () => Atomics.load(flag, 0) === 1,
    progress: (stage, share) => {
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      say({ number, progress: { stage, share } });
    },
  };
}

function work({ number, task, input, flag }: Order) {
  try {
    // Who sends an order has its types checked; here its input is whatever that task takes.
    const compute = tasks[task] as (input: unknown, run: Run) => unknown;
    say({ number, result: compute(input, toRun(number, flag)) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say({ number, failure: { cancelled: error instanceof Cancelled, message } });
  }
}

parentPort?.on("message", work);
