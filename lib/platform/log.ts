import "server-only";
import pino from "pino";

/** What happened to the server, never who did it: no bodies, addresses or e-mail. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
