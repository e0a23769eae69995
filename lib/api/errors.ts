import "server-only";
import { ORPCError } from "@orpc/server";
import { log } from "@/lib/platform/log";
import { isBadShape } from "@/lib/platform/procedure";
import { findFieldReasons } from "./fields";
import { describeProblem } from "./problem";

/** What the caller is told of an error: a reason and words for it. What we did not foresee is logged and not told. */
export async function toToldError(error: unknown, language: "en" | "fr"): Promise<ORPCError<string, unknown>> {
  if (isBadShape(error)) {
    const errors = findFieldReasons(error);
    const data = await describeProblem({ status: 400, reason: "badShape", errors }, language);
    return new ORPCError("BAD_REQUEST", { status: 400, message: data.detail, data: { ...data, reason: "badShape" } });
  }
  if (error instanceof ORPCError && error.status < 500) {
    const given = (error.data ?? {}) as { reason?: string };
    const reason = given.reason ?? (error.status === 404 ? "noSuchPlace" : "malformed");
    const data = await describeProblem({ status: error.status, reason, facts: { ...given, reason } }, language);
    return new ORPCError(error.code, { status: error.status, message: data.detail, data });
  }
  log.error({ err: toLoggable(error) }, "unforeseen");
  const data = await describeProblem({ status: 500, reason: "internal" }, language);
  return new ORPCError("INTERNAL_SERVER_ERROR", { status: 500, message: data.detail, data });
}

/** An error's name and place, without the values a driver may have put into its message. */
function toLoggable(error: unknown) {
  const cause = error instanceof ORPCError && error.cause ? error.cause : error;
  if (!(cause instanceof Error)) return { name: "unknown" };
  const stack = cause.stack
    ?.split("\n")
    .filter((it) => it.trim().startsWith("at "))
    .slice(0, 6);
  return { name: cause.name, code: (cause as { code?: string }).code, stack };
}
