import { ORPCError } from "@orpc/client";
import type { FieldMistake } from "../ui/field-errors";

type Problem = {
  /** Null when nothing was answered at all. */
  status: number | null;
  reason: string | null;
  /** What happened, in the reader's language. */
  detail: string | null;
  mistakes: FieldMistake[];
};

type ProblemBody = { reason?: string; detail?: string; errors?: Record<string, string[]> };

/** The problem document (RFC 9457) of a refused call: reason, text and mistakes by field. */
export function readProblem(error: unknown): Problem {
  if (!(error instanceof ORPCError)) return { status: null, reason: null, detail: null, mistakes: [] };
  const { reason = null, detail = null, errors = {} } = (error.data ?? {}) as ProblemBody;
  const mistakes = Object.entries(errors).flatMap(([field, messages]) =>
    messages.map((message) => ({ field, message })),
  );
  return { status: error.status, reason, detail, mistakes };
}
