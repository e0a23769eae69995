import http from "node:http";

/** The next node in turn; the other one when it cannot be reached at all. What was begun and broke off is a 502. */
export async function balanceByNode(ports: number[], port: number): Promise<() => Promise<unknown>> {
  let turn = 0;
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const first = turn++;
    for (let attempt = 0; attempt < ports.length; attempt++) {
      const target = ports[(first + attempt) % ports.length] ?? 0;
      if (await pass(request, body, response, target)) return;
    }
    response.writeHead(502).end();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
}

/** False when nothing of the request can have arrived. */
function pass(from: http.IncomingMessage, body: Buffer, to: http.ServerResponse, port: number): Promise<boolean> {
  const { method, url, headers } = from;
  const options = { host: "127.0.0.1", port, method, path: url, agent: false } as const;
  return new Promise((resolve) => {
    const asked = http.request({ ...options, headers: { ...headers, connection: "close" } }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
      answer.once("close", () => resolve(true));
    });
    asked.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") return resolve(false);
      if (!to.headersSent) to.writeHead(502);
      to.end();
      resolve(true);
    });
    asked.end(body);
  });
}
