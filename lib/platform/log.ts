import "server-only";
import pino from "pino";

/** What happened to the server, never who did it: no bodies, addresses or e-mail. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

/** Where in the program it happened: the stack after the error's words, which can look like a stack themselves. */
export function stackLinesOf(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack?.includes(error.message)) return [];
  const after = error.stack.slice(error.stack.indexOf(error.message) + error.message.length);
  return after
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 6);
}

/** An error's name and place, without the values a driver may have put into its message. */
export function toLoggable(error: unknown) {
  if (!(error instanceof Error)) return { name: "unknown" };
  return { name: error.name, code: (error as { code?: string }).code, stack: stackLinesOf(error) };
}
