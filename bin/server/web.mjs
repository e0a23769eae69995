import { createServer } from "node:http";
import next from "next";
import { secondsToArrive, trafficLimits } from "../../lib/platform/http/traffic-limits.mjs";
import { logAnswer } from "./web/access-log.mjs";
import { addressFor } from "./web/client-address.mjs";
import { admit } from "./web/concurrency-limit.mjs";
import { Drain } from "./web/drain.mjs";
import { answerWithErrorPages } from "./web/error-pages.mjs";
import { acceptRequest } from "./web/normalize-path.mjs";
import { preparePage } from "./web/page-headers.mjs";
import { closeWithConnection } from "./web/pipelined-responses.mjs";
import { isReachedDirectly } from "./web/reached-directly.mjs";
import { refuse } from "./web/refuse.mjs";
import { leaveBodyUnread, letBodiesWait } from "./web/unread-body.mjs";

/**
 * The web server: Next's own handler behind what a server that others can reach needs: limits on slow and oversized
 * requests, a measure of work at once, the caller's address written by us alone, one log line per answer, and a clean end.
 */
const port = Number(process.env.PORT || 3000);
const hostname = process.env.HOST || "127.0.0.1";
const dev = process.env.NODE_ENV === "development";

const server = createServer(
  {
    maxHeaderSize: 16_384,
    headersTimeout: trafficLimits.headersSeconds * 1_000,
    // For the largest there is; `admit` gives each request its own.
    requestTimeout: secondsToArrive(trafficLimits.largestUpload) * 1_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 2_000,
  },
  (request, response) => {
    // Next and what stands before it want to hear of its end, each by itself; ten of them are no leak.
    response.setMaxListeners(30);
    closeWithConnection(request, response);
    leaveBodyUnread(request, response);
    logAnswer(request, response);
    if (!acceptRequest(request, response)) return;
    for (const name of Object.keys(request.headers)) if (name.startsWith("x-concerted-")) delete request.headers[name];
    request.headers["x-concerted-address"] = addressFor(request);
    if (isReachedDirectly(request)) request.headers["x-concerted-direct"] = "1";
    // Next's optimizer would fetch addresses that a request names. Nothing here needs it.
    if (request.url?.startsWith("/_next/image")) return refuse(response, 404);
    admit(request, response, () => {
      if (!preparePage(request, response)) return;
      answerWithErrorPages(request, response, handle).catch(() => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
  },
);
letBodiesWait(server);

// Next listens for upgrades on the server it is given and leaves what it does not know open for ever. Nothing here is
// upgraded, so it is given one that nobody reaches, and a request for an upgrade is answered as the request it also is.
// Only while sources are being edited does it tell the browser over such a line what has changed.
const app = next({ dev, hostname, port, dir: process.cwd(), httpServer: dev ? server : createServer() });
await app.prepare();
const handle = app.getRequestHandler();

const drain = new Drain(server);
process.once("SIGTERM", () => drain.begin());
process.once("SIGINT", () => drain.begin());

server.once("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken.` : `The server could not listen: ${error.code}`);
  process.exit(1);
});
server.listen(port, hostname);
