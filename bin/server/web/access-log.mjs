import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

const silent =
  process.env.LOG_LEVEL === "silent" || process.env.LOG_LEVEL === "warn" || process.env.LOG_LEVEL === "error";

/** The patterns of pages, as Next built them: a log line names `/[locale]/positions/[organization]/[proposition]`, not whose. */
function readPatterns() {
  try {
    const manifest = JSON.parse(readFileSync(path.join(".next", "routes-manifest.json"), "utf8"));
    const routes = [...manifest.staticRoutes, ...manifest.dynamicRoutes];
    return routes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  } catch {
    return [];
  }
}

const patterns = readPatterns();

const patternOf = (pathname) => patterns.find(({ regex }) => regex.test(pathname))?.page ?? "unmatched";

/** One line per answer: which kind of request, how it ended, how long it took. No person, address, body or parameter. */
export function logAnswer(request, response) {
  const id = randomUUID();
  request.headers["x-request-id"] = id;
  response.setHeader("x-request-id", id);
  if (silent) return;
  const began = performance.now();
  response.once("close", () => {
    const pathname = (request.url ?? "").split("?")[0] ?? "";
    if (pathname.startsWith("/_next/static/")) return;
    const line = {
      level: "info",
      time: new Date().toISOString(),
      request: id,
      method: request.method,
      route: patternOf(pathname),
      status: response.writableFinished ? response.statusCode : 499,
      ms: Math.round(performance.now() - began),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  });
}
