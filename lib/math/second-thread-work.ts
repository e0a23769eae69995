import { workerData } from "node:worker_threads";
import { meeting, type Shared, takeSegments } from "./thread-blocks";

/** Waits for a product to be asked for, helps with it, and waits again. */
function help(shared: Shared) {
  let round = 0;
  while (Atomics.load(shared.meeting, meeting.ended) === 0) {
    Atomics.wait(shared.meeting, meeting.round, round);
    round = Atomics.load(shared.meeting, meeting.round);
    takeSegments(shared);
  }
}

help(workerData as Shared);
