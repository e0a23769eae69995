import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";

type Pair = { client: net.Socket; server: net.Socket };

/** Looks at what a caller sends: gives back what may pass, and says when the line is to be cut. */
export type Watch = (pair: Pair, chunk: Buffer) => { pass: Buffer; cut: "now" | "at the answer" | null };

/** A line on this machine that can be made slow, silent, or cut, between a caller and whoever they call. */
export class FaultProxy {
  /** Milliseconds that every piece waits, either way. */
  delay = 0;
  /** What was asked arrives, what is answered is thrown away together with the line. */
  dropAnswers = false;
  /** New callers are turned away. */
  closed = false;
  watch: Watch | null = null;
  readonly #pairs = new Set<Pair>();
  readonly #doomed = new WeakSet<net.Socket>();
  readonly #server: net.Server;
  #thawed: Promise<void> = Promise.resolve();
  #thaw: () => void = () => undefined;

  private constructor(target: { port: number }) {
    this.#server = net.createServer((client) => this.#join(client, target.port));
  }

  /** Listens on loopback, and passes on to a port of the same machine. */
  static async start(target: { port: number }): Promise<FaultProxy & { port: number }> {
    const proxy = new FaultProxy(target);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    return Object.assign(proxy, { port: (proxy.#server.address() as net.AddressInfo).port });
  }

  /** From now on nothing passes, and nobody is told. */
  freeze() {
    this.#thawed = new Promise((resolve) => {
      this.#thaw = resolve;
    });
  }

  thaw() {
    this.#thaw();
  }

  /** Cuts every line there is, as a cable that is pulled out and put back. */
  cut() {
    for (const pair of this.#pairs) this.#end(pair);
  }

  async stop() {
    this.thaw();
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(client: net.Socket, port: number) {
    if (this.closed) {
      client.resetAndDestroy();
      return;
    }
    const server = net.connect({ host: "127.0.0.1", port, noDelay: true });
    client.setNoDelay(true);
    const pair = { client, server };
    this.#pairs.add(pair);
    for (const socket of [client, server]) {
      socket.on("error", () => this.#end(pair));
      socket.on("close", () => this.#end(pair));
    }
    void this.#carry(pair, client, server);
    void this.#carry(pair, server, client);
  }

  #end(pair: Pair) {
    if (!this.#pairs.delete(pair)) return;
    pair.client.resetAndDestroy();
    pair.server.destroy();
  }

  async #carry(pair: Pair, from: net.Socket, to: net.Socket) {
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        await this.#thawed;
        if (this.delay > 0) await pause(this.delay);
        if (!this.#pairs.has(pair)) return;
        this.#pass(pair, chunk, to);
      }
      to.end();
    } catch {
      this.#end(pair);
    }
  }

  #pass(pair: Pair, chunk: Buffer, to: net.Socket) {
    if (to === pair.client) {
      if (this.dropAnswers || this.#doomed.has(pair.server)) this.#end(pair);
      else to.write(chunk);
      return;
    }
    const { pass, cut } = this.watch?.(pair, chunk) ?? { pass: chunk, cut: null };
    if (pass.length > 0) to.write(pass);
    if (cut === "at the answer") this.#doomed.add(pair.server);
    if (cut === "now") this.#end(pair);
  }
}
