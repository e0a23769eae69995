import "server-only";
import { ORPCError } from "@orpc/server";
import { isDatabaseUnavailable } from "@/lib/platform/db/database-unavailable";
import { log, toLoggable } from "@/lib/platform/log";
import { isBadShape } from "@/lib/viewer/api.procedure";
import { findFieldReasons } from "./field-errors";
import { describeProblem } from "./problem";

/**
 * The error as the caller may see it: a reason and its text. Unforeseen errors are logged and answered as 500 without
 * detail.
 */
export async function toPublicError(error: unknown, language: "en" | "fr"): Promise<ORPCError<string, unknown>> {
  if (isBadShape(error)) {
    const errors = findFieldReasons(error);
    const data = await describeProblem({ status: 400, reason: "badShape", errors }, language);
    return new ORPCError("BAD_REQUEST", { status: 400, message: data.detail, data: { ...data, reason: "badShape" } });
  }
  if (error instanceof ORPCError && error.status < 500) {
    const { errors, ...given } = (error.data ?? {}) as { reason?: string; errors?: Record<string, string[]> };
    const reason = given.reason ?? (error.status === 404 ? "noSuchPlace" : "malformed");
    const named = errors ? { errors } : {};
    const data = await describeProblem(
      { status: error.status, reason, facts: { ...given, reason }, ...named },
      language,
    );
    return new ORPCError(error.code, { status: error.status, message: data.detail, data });
  }
  if (isDatabaseUnavailable(error instanceof ORPCError ? error.cause : error)) {
    const data = await describeProblem({ status: 503, reason: "busy" }, language);
    return new ORPCError("SERVICE_UNAVAILABLE", { status: 503, message: data.detail, data });
  }
  log.error({ err: toLoggable(error instanceof ORPCError && error.cause ? error.cause : error) }, "unforeseen");
  const data = await describeProblem({ status: 500, reason: "internal" }, language);
  return new ORPCError("INTERNAL_SERVER_ERROR", { status: 500, message: data.detail, data });
}

/** A cursor that its list did not make in this order. */
export const isBadCursor = (error: unknown) =>
  isBadShape(error)
    ? "cursor" in findFieldReasons(error)
    : error instanceof ORPCError && "cursor" in ((error.data as { errors?: object } | undefined)?.errors ?? {});

/** What a page throws is printed whole by the server, values and causes included: a refusal keeps its status alone, a fault its place. */
export function toPageError(error: unknown): unknown {
  if (error instanceof ORPCError && error.status < 500) return new ORPCError(error.code, { status: error.status });
  if (!(error instanceof Error) || "digest" in error) return error;
  const fault = error instanceof ORPCError && error.cause ? error.cause : error;
  const { name, code, stack } = toLoggable(fault);
  // Whether to come back in a moment is all that is told of the cause.
  const quiet = Object.assign(new Error(code ? `${name} ${code}` : name), { busy: isDatabaseUnavailable(fault) });
  quiet.stack = [quiet.message, ...(stack ?? [])].join("\n");
  return quiet;
}
