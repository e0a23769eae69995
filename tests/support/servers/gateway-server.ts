import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { logAnswer } from "@/bin/server/web/access-log.mjs";
import { addressFor } from "@/bin/server/web/client-address.mjs";
import { admit } from "@/bin/server/web/concurrency-limit.mjs";
import { closeWithConnection } from "@/bin/server/web/pipelined-responses.mjs";
import { leaveBodyUnread, letBodiesWait } from "@/bin/server/web/unread-body.mjs";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";

type Answer = (request: Request) => Promise<Response>;

/**
 * A server of the router and nothing else: the same limits, the same gateway and the same way with bodies as the web server has,
 * without pages, so that it starts in a moment and needs no build.
 */
export function makeGatewayServer(answer: Answer = (request) => handleRequest(request, handleRest)): Server {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    closeWithConnection(request, response);
    leaveBodyUnread(request, response);
    logAnswer(request, response);
    request.headers["x-concerted-address"] = addressFor(request);
    admit(request, response, () => {
      serve(answer, request, response).catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
  });
  letBodiesWait(server);
  return server;
}

async function serve(answer: Answer, request: IncomingMessage, response: ServerResponse) {
  const answered = await answer(toRequest(request));
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

function toRequest(request: IncomingMessage): Request {
  const { method = "GET", url = "/", headers: all } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(all)) if (value !== undefined) headers.set(name, String(value));
  const body = method === "GET" || method === "HEAD" ? null : (Readable.toWeb(request) as ReadableStream<Uint8Array>);
  // A body that is told piece by piece says so.
  const init = { method, headers, body, duplex: "half" } as RequestInit;
  return new Request(`http://${headers.get("host") ?? "localhost"}${url}`, init);
}
