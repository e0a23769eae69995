import type { Stage } from "./progress";
import type { TaskName } from "./tasks";

/** Asks a thread for a result. The flag is one shared whole number; 1 means that nobody waits any longer. */
export type ThreadRequest = {
  readonly number: number;
  readonly task: TaskName;
  readonly input: unknown;
  readonly flag: Int32Array;
};

/** What a thread says of an order. */
export type ThreadReply = { readonly number: number } & (
  | { readonly progress: { readonly stage: Stage; readonly share: number } }
  | { readonly result: unknown }
  | { readonly failure: { readonly cancelled: boolean; readonly message: string } }
);
