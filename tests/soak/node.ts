import type { AddressInfo } from "node:net";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { readReadiness } from "@/lib/platform/db/readiness";
import { Drain } from "../../bin/server/web/drain.mjs";
import { makeGatewayServer } from "../support/servers/gateway-server";

/** A node that serves the router alone, with the web server's limits and its clean end. */
const server = makeGatewayServer(async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/api/health/live") return Response.json({ status: "live" });
  if (pathname === "/api/health/ready") {
    const readiness = await readReadiness();
    return Response.json(readiness, { status: readiness.status === "ready" ? 200 : 503 });
  }
  return handleRequest(request, handleRest);
});
const drain = new Drain(server);
process.once("SIGTERM", () => drain.begin());
server.listen(Number(process.env.PORT), "127.0.0.1", () => {
  process.stdout.write(`listening on ${(server.address() as AddressInfo).port}\n`);
});
