import type { Block } from "./matrix";
import { gatherBlock } from "./product";

/** Slots of the shared Int32Array through which two threads coordinate. */
export const meeting = { round: 0, next: 1, done: 2, ended: 3, length: 4 } as const;

/** What two threads share to compute one product together. */
export type Shared = {
  readonly blocks: readonly Block[];
  readonly meeting: Int32Array;
  readonly table: Float64Array;
  /** One sum for each segment of the blocks, so that it never matters which thread added it up. */
  readonly sums: readonly Float64Array[];
};

/** Takes segments that nobody has taken yet, until there are none. */
export function takeSegments({ blocks, meeting: at, table, sums }: Shared): void {
  for (;;) {
    const segment = Atomics.add(at, meeting.next, 1);
    const sum = sums[segment];
    if (!sum) return;
    sum.fill(0);
    const begin = Math.floor((segment * blocks.length) / sums.length);
    const end = Math.floor(((segment + 1) * blocks.length) / sums.length);
    for (const block of blocks.slice(begin, end)) gatherBlock(block, table, sum);
    Atomics.add(at, meeting.done, 1);
    Atomics.notify(at, meeting.done);
  }
}
