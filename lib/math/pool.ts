import path from "node:path";
import type { Worker } from "node:worker_threads";
import { digestOf } from "./digest";
import type { ThreadReply, ThreadRequest } from "./messages";
import { Cancelled, type Run } from "./progress";
import type { TaskInput, TaskName, TaskResult } from "./tasks";

type Waiting = {
  readonly order: ThreadRequest;
  readonly settle: (result: unknown) => void;
  readonly fail: (error: Error) => void;
  readonly progress: NonNullable<Run["progress"]>;
};

/** A path from the working directory: sources are shipped with the program, and a bundler would otherwise move them. */
const file = () => path.join(process.cwd(), "lib", "math", "thread.mjs");

/** One thread that stays warm, and the orders that wait for it, first come, first served. */
class Thread {
  private worker: Worker | null = null;
  private at: Waiting | null = null;
  private readonly queue: Waiting[] = [];
  private numbers = 0;

  /** Orders at hand and waiting. */
  get busy() {
    return this.queue.length + (this.at ? 1 : 0);
  }

  ask(task: TaskName, input: unknown, progress: Waiting["progress"]) {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const order = { number: ++this.numbers, task, input, flag };
    const result = new Promise<unknown>((settle, fail) => this.queue.push({ order, settle, fail, progress }));
    this.next();
    return { result, cancel: () => Atomics.store(flag, 0, 1) };
  }

  private next() {
    if (this.at) return;
    this.at = this.queue.shift() ?? null;
    if (!this.at) {
      // A program that has nothing else to do may end.
      this.worker?.unref();
      return;
    }
    this.worker ??= this.start();
    this.worker.ref();
    this.worker.postMessage(this.at.order);
  }

  private start(): Worker {
    // Not imported: a bundler would follow the path, and bundle what only a thread loads.
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    const worker = new Worker(file());
    worker.on("message", (word: ThreadReply) => this.hear(word));
    worker.on("error", (error) => this.lose(worker, error));
    worker.on("exit", (code) => this.lose(worker, new Error(`the thread ended with code ${code}`)));
    return worker;
  }

  private hear(word: ThreadReply) {
    const { at } = this;
    if (!at || word.number !== at.order.number) return;
    if ("progress" in word) {
      at.progress(word.progress.stage, word.progress.share);
      return;
    }
    this.at = null;
    if ("result" in word) at.settle(word.result);
    else at.fail(word.failure.cancelled ? new Cancelled() : new Error(word.failure.message));
    this.next();
  }

  /** A thread that died takes its order with it; the next order gets a new one. */
  private lose(worker: Worker, error: unknown) {
    if (this.worker !== worker) return;
    this.worker = null;
    const { at } = this;
    this.at = null;
    at?.fail(error instanceof Error ? error : new Error(String(error)));
    this.next();
  }
}

/** One answer for everybody who asks the same. */
type Shared = {
  readonly result: Promise<unknown>;
  readonly cancel: () => void;
  readonly progress: Set<NonNullable<Run["progress"]>>;
  waiting: number;
};

/** Answers kept: some hundred kilobytes each for a large coalition. */
const maxKeptResults = 64;

type Pool = { readonly threads: readonly Thread[]; readonly kept: Map<string, Shared> };

// A reload in development must not leave a thread behind.
const global = globalThis as typeof globalThis & { concertedPool?: Pool };
global.concertedPool ??= { threads: [new Thread(), new Thread()], kept: new Map() };
const { threads, kept } = global.concertedPool;

/** The one with least to do; the second is started only where the first is at work. */
const chooseThread = () => threads.reduce((one, other) => (other.busy < one.busy ? other : one));

type ComputeOptions = {
  /** Gives up waiting; the computation stops when nobody waits for it any more. */
  readonly signal?: AbortSignal;
  readonly progress?: NonNullable<Run["progress"]>;
};

/**
 * Computes in a thread of its own, so that nobody else waits meanwhile. What was computed is kept by the digest of its
 * input: the same question is answered at once, and asked once even if many ask it at the same time.
 *
 * @throws {Cancelled} where the signal says so
 * @throws {Error} with the message of the task that failed; a failure is not kept
 */
export async function compute<Name extends TaskName>(
  task: Name,
  input: TaskInput<Name>,
  { signal, progress }: ComputeOptions = {},
): Promise<TaskResult<Name>> {
  if (signal?.aborted) throw new Cancelled();
  const key = digestOf([task, input]);
  const shared = kept.get(key) ?? begin(key, task, input);
  // What was asked for last is kept longest.
  kept.delete(key);
  kept.set(key, shared);
  if (progress) shared.progress.add(progress);
  shared.waiting += 1;
  try {
    return (await Promise.race([shared.result, untilAborted(signal)])) as TaskResult<Name>;
  } finally {
    shared.waiting -= 1;
    if (progress) shared.progress.delete(progress);
    if (signal?.aborted && shared.waiting === 0) abandon(key, shared);
  }
}

function begin(key: string, task: TaskName, input: unknown): Shared {
  const progress: Shared["progress"] = new Set();
  const { result, cancel } = chooseThread().ask(task, input, (stage, share) => {
    for (const say of progress) say(stage, share);
  });
  const shared = { result, cancel, progress, waiting: 0 };
  result.catch(() => forget(key, shared));
  for (const oldest of kept.keys()) {
    if (kept.size < maxKeptResults) break;
    kept.delete(oldest);
  }
  return shared;
}

function abandon(key: string, shared: Shared) {
  forget(key, shared);
  shared.cancel();
}

function forget(key: string, shared: Shared) {
  if (kept.get(key) === shared) kept.delete(key);
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, refuse) => {
    signal?.addEventListener("abort", () => refuse(new Cancelled()), { once: true });
  });
}
