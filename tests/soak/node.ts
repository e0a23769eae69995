import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { readReadiness } from "@/lib/platform/db/readiness";
import { addressFor } from "../../bin/server/web/client-address.mjs";
import { limitInFlight } from "../../bin/server/web/concurrency-limit.mjs";
import { Drain } from "../../bin/server/web/drain.mjs";

/**
 * A node that serves the router and nothing else: the same gateway, the same limits and the same clean end as the web server,
 * without pages, so that it starts in a moment and needs no build.
 */
async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/api/health/live") return Response.json({ status: "live" });
  if (pathname === "/api/health/ready") {
    const readiness = await readReadiness();
    return Response.json(readiness, { status: readiness.status === "ready" ? 200 : 503 });
  }
  return handleRequest(request, handleRest);
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { method = "GET", url = "/" } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(parts);
  return new Request(`http://${request.headers.host ?? "localhost"}${url}`, { method, headers, body });
}

async function serve(request: IncomingMessage, response: ServerResponse) {
  const answered = await answer(await toRequest(request));
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  request.headers["x-concerted-address"] = addressFor(request);
  if (!limitInFlight(request, response)) return;
  serve(request, response).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
const drain = new Drain(server);
process.once("SIGTERM", () => drain.begin());
server.listen(Number(process.env.PORT), "127.0.0.1", () => {
  process.stdout.write(`listening on ${(server.address() as AddressInfo).port}\n`);
});
