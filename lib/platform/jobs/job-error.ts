import "server-only";
import { stackLinesOf } from "../log";

const code = /^[\w-]{1,40}$/;

/**
 * What went wrong with a job, as the queue keeps it and the log tells it: its kind, its code and its place in the
 * program. The words of an error may hold an address or a text.
 */
export class JobError extends Error {
  override name = "JobFailure";
  readonly kind: string;

  constructor(cause: unknown) {
    const kind = kindOf(cause);
    super([kind, ...stackLinesOf(cause)].join("\n"));
    this.kind = kind;
  }
}

function kindOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "unknown";
  const { code: given } = cause as { code?: unknown };
  return typeof given === "string" && code.test(given) ? `${cause.name} ${given}` : cause.name;
}
