import type { UploadKind } from "./kinds";

/** Asks the thread to read a file. */
export type ReadingOrder = { readonly number: number; readonly kind: UploadKind; readonly input: unknown };

/** Why a file cannot be read, as plain data: an error would leave the thread as its message alone. */
export type UploadFaultFacts = {
  readonly reason: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
};

const overLimit = /^(rows|cells|letters|elements)OverLimit$|^fileTakes(TooLong|TooMuch)$/;

/** Whether a file is refused for its size or for the time it takes, rather than for what it says. */
export const isOverLimit = (reason: string) => overLimit.test(reason);

/** What a thread says: that it can begin, and what became of an order. */
export type ReadingReply =
  | { readonly ready: true }
  | ({ readonly number: number } & (
      | { readonly result: unknown }
      | { readonly fault: UploadFaultFacts }
      | { readonly failure: string }
    ));
