import "server-only";
import pino from "pino";

/** What happened to the server, never who did it: no bodies, addresses or e-mail. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

/** An error's name and place, without the values a driver may have put into its message. */
export function toLoggable(error: unknown) {
  if (!(error instanceof Error)) return { name: "unknown" };
  const places = error.stack?.split("\n").filter((it) => it.trim().startsWith("at "));
  return { name: error.name, code: (error as { code?: string }).code, stack: places?.slice(0, 6) };
}
