/** Cannot connect, timed out waiting for a connection or a lock, cut off, too many connections: in codes of either kind. */
const busyCodes = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
  "ECONNREFUSED",
  "ECONNRESET",
]);
const busyStates = ["55P03", "57014", "57P01", "57P02", "57P03", "53300", "53100", "08000", "08003", "08006"];

/** The database is unreachable, overloaded or timed out: 503 with Retry-After, not 500. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { busy, code, meta, cause } = error as { busy?: unknown; code?: unknown; meta?: unknown; cause?: unknown };
  if (busy === true) return true;
  if (typeof code === "string" && (busyCodes.has(code) || busyStates.includes(code))) return true;
  const details = JSON.stringify({ meta, cause }) ?? "";
  if (busyStates.some((state) => details.includes(`"${state}"`))) return true;
  if (/DatabaseNotReachable|ConnectionClosed|SocketTimeout/.test(details)) return true;
  return (
    isDatabaseUnavailable(cause) ||
    /Connection terminated|not queryable|Query read timeout|timeout exceeded when trying to connect/i.test(
      error.message,
    )
  );
}
