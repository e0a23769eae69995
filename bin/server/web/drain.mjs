const patience = 10_000;

/**
 * A clean end: say "not ready" so that no new request is sent here, finish what was begun, close streams that would
 * never finish by themselves, then go.
 */
export class Drain {
  #server;
  #streams = new Set();

  constructor(server) {
    this.#server = server;
    server.on("request", (_, response) => {
      this.#streams.add(response);
      response.once("close", () => this.#streams.delete(response));
    });
  }

  begin() {
    // Read by the readiness route, which runs in this process.
    globalThis.concertedDraining = true;
    this.#server.close(() => process.exit(0));
    this.#server.closeIdleConnections();
    for (const response of this.#streams) {
      if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.end();
      else if (!response.headersSent) response.setHeader("connection", "close");
    }
    setTimeout(() => process.exit(0), patience).unref();
  }
}
