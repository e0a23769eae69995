/**
 * Gives up a request that has not arrived whole in time, as Node itself does by a limit that is one for all: a large file has
 * longer, once it is known who sends it.
 */
export class ArrivalLimit {
  #request;
  /** @type {NodeJS.Timeout | null} */
  #timer = null;

  /** @param {Pick<import("node:http").IncomingMessage, "complete" | "headers" | "socket">} request */
  constructor(request) {
    this.#request = request;
  }

  /** From now on it has so many seconds. A request without a body has arrived. */
  allow(seconds) {
    const { headers } = this.#request;
    this.stop();
    if (headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0) return;
    this.#timer = setTimeout(() => this.#giveUp(), seconds * 1_000).unref();
  }

  stop() {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #giveUp() {
    const { complete, socket } = this.#request;
    if (complete) return;
    // In Node's own words for its own limit: whoever is to answer still waits for the body and has written nothing.
    socket.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n");
    socket.destroySoon();
  }
}
