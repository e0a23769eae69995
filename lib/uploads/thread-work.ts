import { parentPort } from "node:worker_threads";
import { kinds } from "./kinds";
import type { ReadingOrder, ReadingReply } from "./messages";
import { toFault } from "./to-fault";

const post = (reply: ReadingReply) => parentPort?.postMessage(reply);

function read({ number, kind, input }: ReadingOrder) {
  try {
    // Who sends an order has its types checked; here its input is whatever that kind takes.
    const reader = kinds[kind] as (input: unknown) => unknown;
    post({ number, result: reader(input) });
  } catch (error) {
    const fault = toFault(error);
    post(fault ? { number, fault } : { number, failure: error instanceof Error ? error.message : String(error) });
  }
}

parentPort?.on("message", read);
post({ ready: true });
