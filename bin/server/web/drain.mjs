import { setImmediate as turn } from "node:timers/promises";

const patience = 10_000;
const shortTurnMs = 2;
const turnLimit = 50;

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
    void this.#stopListening();
    for (const response of this.#streams) {
      if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.end();
      else if (!response.headersSent) response.setHeader("connection", "close");
    }
    setTimeout(() => process.exit(0), patience).unref();
  }

  /** Whoever has knocked and was not let in yet would be cut off: the door closes after a turn of the loop that left no time to. */
  async #stopListening() {
    for (let turns = 0; turns < turnLimit; turns++) {
      const begun = performance.now();
      await turn();
      if (performance.now() - begun < shortTurnMs && turns > 0) break;
    }
    this.#server.close(() => process.exit(0));
    this.#server.closeIdleConnections();
  }
}
