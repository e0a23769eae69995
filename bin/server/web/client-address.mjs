const trusted = (process.env.TRUSTED_PROXIES ?? "")
  .split(",")
  .map((it) => it.trim())
  .filter(Boolean);

/**
 * Where a request came from. `X-Forwarded-For` counts only when it was written by a proxy we were told of, and then only
 * its last entry: the ones before it are whatever the caller wrote.
 */
export function addressFor(request) {
  const direct = (request.socket.remoteAddress ?? "unknown").replace(/^::ffff:(?=\d+\.)/, "");
  if (!trusted.includes(direct)) return direct;
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return forwarded || direct;
}
