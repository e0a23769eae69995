import path from "node:path";
import type { Worker } from "node:worker_threads";
import type { ReadingOrder, ReadingReply, UploadFaultFacts } from "./messages";

/** A file that cannot be read: why, and where. Whoever asked says it in the words of their noun. */
export class UploadFault extends Error {
  readonly facts: UploadFaultFacts["facts"];
  constructor({ reason, facts }: UploadFaultFacts) {
    super(reason);
    this.facts = facts;
  }
  get reason() {
    return this.message;
  }
}

type Order = Omit<ReadingOrder, "number">;
type Waiting = {
  readonly order: ReadingOrder;
  readonly patience: number;
  readonly settle: (result: unknown) => void;
  readonly fail: (error: Error) => void;
  timer: NodeJS.Timeout | null;
};

const maxMegabytes = 512;

/** A path from the working directory: sources are shipped with the program, and a bundler would otherwise move them. */
const file = () => path.join(process.cwd(), "lib", "uploads", "thread.mjs");

/** One thread that reads one file at a time and stays warm. A file that takes too long ends the thread, wherever it is. */
export class ReadingThread {
  private worker: Worker | null = null;
  private isReady = false;
  private at: Waiting | null = null;
  private numbers = 0;

  /** @throws {UploadFault} for a file that is at fault, or takes longer than the patience for it, in milliseconds */
  read({ kind, input }: Order, patience: number): Promise<unknown> {
    if (this.at) throw new Error("this thread reads another file");
    return new Promise((settle, fail) => {
      this.at = { order: { number: ++this.numbers, kind, input }, patience, settle, fail, timer: null };
      this.worker ??= this.start();
      this.worker.ref();
      if (this.isReady) this.send();
    });
  }

  /** The time of a file begins when its thread can begin. */
  private send() {
    const { at, worker } = this;
    if (!at || !worker) return;
    worker.postMessage(at.order);
    if (!Number.isFinite(at.patience)) return;
    // An answer that came while this program was busy itself is heard before the file is given up.
    at.timer = setTimeout(() => setImmediate(() => this.giveUp(at)), at.patience);
  }

  private start(): Worker {
    // Not imported: a bundler would follow the path, and bundle what only a thread loads.
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    const worker = new Worker(file(), { resourceLimits: { maxOldGenerationSizeMb: maxMegabytes } });
    worker.on("message", (reply: ReadingReply) => this.hear(worker, reply));
    worker.on("error", (error) => this.lose(worker, error));
    worker.on("exit", (code) => this.lose(worker, new Error(`the thread ended with code ${code}`)));
    return worker;
  }

  private hear(worker: Worker, reply: ReadingReply) {
    if (worker !== this.worker) return;
    if ("ready" in reply) {
      this.isReady = true;
      this.send();
      return;
    }
    if (reply.number !== this.at?.order.number) return;
    const { settle, fail } = this.finish(this.at);
    // A program that has nothing else to do may end.
    worker.unref();
    if ("result" in reply) settle(reply.result);
    else if ("fault" in reply) fail(new UploadFault(reply.fault));
    else fail(new Error(reply.failure));
  }

  private finish(at: Waiting) {
    if (at.timer) clearTimeout(at.timer);
    this.at = null;
    return at;
  }

  private giveUp(at: Waiting) {
    if (this.at !== at) return;
    const { worker } = this;
    this.forget();
    worker?.terminate();
    const seconds = Math.max(1, Math.round(at.patience / 1_000));
    this.finish(at).fail(new UploadFault({ reason: "fileTakesTooLong", facts: { seconds } }));
  }

  /** A thread that died takes its file with it; the next file gets a new one. */
  private lose(worker: Worker, error: unknown) {
    if (this.worker !== worker) return;
    this.forget();
    const { at } = this;
    if (!at) return;
    const isFull = (error as NodeJS.ErrnoException | null)?.code === "ERR_WORKER_OUT_OF_MEMORY";
    const told = error instanceof Error ? error : new Error(String(error));
    this.finish(at).fail(isFull ? new UploadFault({ reason: "fileTakesTooMuch", facts: {} }) : told);
  }

  private forget() {
    this.worker = null;
    this.isReady = false;
  }
}
